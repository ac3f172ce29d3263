import { foldedWords } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { TextSpan } from '../../lib/quote-places.ts';
import { slugOf } from '../../lib/slug.ts';
import type { EntityIds } from './entity-ids.ts';
import { phrasesIn } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import type { Mention, ProposedEntity } from './proposal.ts';
import type { Reading } from './reading.ts';

interface PhraseOptions {
  readonly ids: EntityIds;
  readonly publisher: string | null;
  readonly date: string;
}

/**
 * Mentions of unnamed sources and of things without a name of their own. A later, shorter wording
 * ("the former official") means the earlier, fuller one.
 */
export function proposedPhrases(
  reading: Reading,
  names: readonly Mention[],
  options: PhraseOptions,
): readonly Mention[] {
  const entities = new PhraseEntities(options);
  const bySentence = groupBy(names, ({ sentence }) => sentence);
  return reading.sentences.flatMap((sentence, index) => {
    const taken = bySentence.get(index) ?? [];
    const isName = (word: TextSpan): boolean =>
      taken.some((name) => name.start < word.end && word.start < name.end);
    return phrasesIn(sentence, index, isName).flatMap((phrase): Mention[] => {
      // The names inside of a phrase stay mentions of their own: its own place is what lies around its noun.
      const { head } = phrase;
      const inner = taken.filter((name) => name.start < phrase.end && phrase.start < name.end);
      const start = Math.max(
        phrase.start,
        ...inner.filter((name) => name.end <= head.start).map((name) => name.end),
      );
      const end = inner.some((name) => name.start >= head.end) ? head.end : phrase.end;
      return [
        { ...trimmed(reading.text, { start, end }), sentence: index, entity: entities.entityFor(phrase) },
      ];
    });
  });
}

function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

class PhraseEntities {
  private readonly byCore = new Map<string, ProposedEntity>();
  private readonly byHead = new Map<string, ProposedEntity>();
  private last: { readonly entity: ProposedEntity; readonly isPlural: boolean } | null = null;
  private readonly options: PhraseOptions;

  constructor(options: PhraseOptions) {
    this.options = options;
  }

  entityFor(phrase: Phrase): ProposedEntity {
    const kind = phrase.isSource ? 'source' : 'phrase';
    const units = foldedWords(phrase.core);
    const core = `${kind} ${units.join(' ')}`;
    const head = `${kind} ${units.at(-1) ?? ''}`;
    const bare = units.filter((part) => !/^(?:unnamed|anonymous|a|one)$/u.test(part));
    const again = phrase.isSource && phrase.text === phrase.core && bare.length === 1;
    const same =
      this.byCore.get(core) ?? (again ? (this.byHead.get(head) ?? this.lastOf(phrase, head)) : undefined);
    if (same) return same;
    const entity = this.make(phrase);
    this.byCore.set(core, entity);
    this.byHead.set(head, entity);
    if (phrase.isSource) this.last = { entity, isPlural: phrase.isPlural };
    for (let first = 1; first < units.length - 1; first += 1) {
      this.byCore.set(`${kind} ${units.slice(first).join(' ')}`, entity);
    }
    return entity;
  }

  /** "the source" is whichever source was named last, alone or several as it says. */
  private lastOf({ isPlural }: Phrase, head: string): ProposedEntity | undefined {
    const fits = this.last?.isPlural === isPlural && /^source sources?$/u.test(head);
    return fits ? this.last?.entity : undefined;
  }

  private make({ text, core, type, isSource }: Phrase): ProposedEntity {
    const { ids, publisher, date } = this.options;
    const occasion = [publisher, date].filter((part) => part !== null);
    const stem = isSource
      ? `${core.slice(0, 60)} ${occasion.map((part) => slugOf(part).slice(0, 30)).join(' ')}`
      : core;
    const { id } = ids.idFor(stem, type);
    return {
      id,
      name: isSource ? `${text} (${occasion.join(', ')})` : text,
      type,
      aliases: isSource ? Array.from(new Set([text, core])) : text === core ? [] : [core],
      known: null,
      kind: isSource ? 'source' : 'phrase',
      unsure: [
        isSource
          ? 'an unnamed source: is it one of those above, and is the outlet right?'
          : 'a phrase, not a name: keep it only if a claim needs it',
      ],
    };
  }
}
