import { foldText } from '../../lib/fold-text.ts';
import type { TextSpan } from '../../lib/quote-places.ts';
import type { KnownEntity } from '../../model/known-entity.ts';

/** A stretch of text that is the name of something known. */
export interface KnownName extends TextSpan {
  /** More than one where several have this name. */
  readonly entities: readonly KnownEntity[];
  /** It is written without a capital, so that it may mean something else here. */
  readonly isCommon: boolean;
}

interface NameForm {
  readonly units: readonly string[];
  readonly folded: readonly string[];
  readonly entities: KnownEntity[];
}

const unit = /[\p{L}\p{N}]+/gu;

/** Finds names and aliases of known entities: without case, marks and a leading "the"; the longest first. */
export class KnownNames {
  private readonly byFirst = new Map<string, NameForm[]>();

  constructor(known: readonly KnownEntity[]) {
    for (const entity of known) {
      if (entity.labels.includes('Voice')) continue;
      for (const name of [entity.name, ...entity.aliases]) this.add(name, entity);
    }
    for (const forms of this.byFirst.values()) forms.sort((a, b) => b.units.length - a.units.length);
  }

  private add(name: string, entity: KnownEntity): void {
    const units = name.replace(/^the\s+/iu, '').match(unit) ?? [];
    const folded = units.map(foldText);
    const [first] = folded;
    // One word in small letters ("port", "sources") means another thing in another article.
    if (first === undefined || (units.length === 1 && !/\p{Lu}/u.test(name))) return;
    const forms = this.byFirst.get(first) ?? [];
    const same = forms.find(
      (form) => form.folded.length === folded.length && form.folded.every((part, at) => part === folded[at]),
    );
    if (!same) forms.push({ units, folded, entities: [entity] });
    else if (!same.entities.includes(entity)) same.entities.push(entity);
    this.byFirst.set(first, forms);
  }

  /** In the order of the text, without overlaps. */
  findIn(text: string, within: TextSpan): readonly KnownName[] {
    const printed = Array.from(text.slice(within.start, within.end).matchAll(unit), ({ 0: word, index }) => ({
      word,
      folded: foldText(word),
      start: within.start + index,
      end: within.start + index + word.length,
    }));
    const found: KnownName[] = [];
    for (let at = 0; at < printed.length; at += 1) {
      const form = this.byFirst.get(printed[at]?.folded ?? '')?.find((candidate) =>
        candidate.folded.every((part, index) => {
          const word = printed[at + index];
          return word?.folded === part && isWrittenLike(word.word, candidate.units[index] ?? '');
        }),
      );
      const [first, last] = [printed[at], printed[at + (form?.units.length ?? 1) - 1]];
      if (!form || !first || !last) continue;
      const isCommon = !form.units.some((part) => /\p{Lu}/u.test(part));
      found.push({ start: first.start, end: last.end, entities: form.entities, isCommon });
      at += form.units.length - 1;
    }
    return found;
  }
}

/** "US" is no "us", and "State" no "state"; a heading may write everything in capitals. */
function isWrittenLike(word: string, name: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(name)) return word === name;
  return !/^\p{Lu}/u.test(name) || /^\p{Lu}/u.test(word);
}
