import { slugOf } from '../../lib/slug.ts';

/** Hands out ids that nobody has yet. Namesakes get their type as a suffix, then the occasion. */
export class EntityIds {
  private readonly taken: Set<string>;
  private readonly date: string;

  constructor(taken: Iterable<string>, date: string) {
    this.taken = new Set(taken);
    this.date = date;
  }

  /** `isGiven` false: the name has no letter that an id may hold, so that the author must find one. */
  idFor(name: string, type: string): { readonly id: string; readonly isGiven: boolean } {
    const slug = slugOf(name);
    const kind = slugOf(type);
    const wanted = slug === '' ? [] : [slug, joined(slug, kind), joined(slug, `${kind}-${this.date}`)];
    const free = wanted.find((id) => !this.taken.has(id)) ?? this.numbered(joined(slug, kind));
    this.taken.add(free);
    return { id: free, isGiven: slug !== '' };
  }

  private numbered(stem: string): string {
    let count = 1;
    while (this.taken.has(joined(stem, `${this.date}-${count}`))) count += 1;
    return joined(stem, `${this.date}-${count}`);
  }
}

/** At most 80 characters, and the suffix whole. */
function joined(stem: string, suffix: string): string {
  const room = 80 - suffix.length - 1;
  return [stem.slice(0, room).replace(/-$/u, ''), suffix].filter((part) => part !== '').join('-');
}
