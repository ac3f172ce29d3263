import type { Mention, ProposedEntity } from './proposal.ts';
import type { Sentence } from './reading.ts';
import type { Word } from './tagger.ts';

/** A verb with who does it and whom it concerns, as far as the order of words tells. */
export interface Clause {
  /** Index of the verb among the sentence's words. */
  readonly verb: number;
  readonly subject: End | null;
  readonly objects: readonly End[];
  /** The verb's dictionary form with what follows it, longest first: "meet with", "meet". */
  readonly forms: readonly string[];
  /** Index of the verb that this one depends on: "plans" of "plans to build"; -1 for none. */
  readonly governor: number;
}

/** An entity, and the words that stand for it here. */
export interface End {
  readonly entity: ProposedEntity;
  readonly first: number;
  readonly last: number;
  /** "she" is read as somebody. */
  readonly pronoun: string | null;
}

const breaks = new Set([';', ':', '"', '“', '”', '(', ')', '–', '—']);
const subordinators = new Set('that which who whom because although while when whether if since after before as until'.split(' '));
const pronouns = new Set(['he', 'she', 'they', 'it']);
const objectControl = new Set('accuse advise allow ask blame command direct force help instruct invite order persuade tell urge warn'.split(' '));

/** Reads one sentence after the other; a pronoun means whoever was named before. */
export class ClauseReader {
  private lastPerson: ProposedEntity | null = null;

  /** Clauses in the order of their verbs. */
  clausesOf(sentence: Sentence, mentions: readonly Mention[]): readonly Clause[] {
    const { words } = sentence;
    const ends = this.endsIn(words, mentions);
    const clauses: Clause[] = [];
    words.forEach((word, verb) => {
      if (word.pos !== 'VERB' || ends.some(({ first, last }) => first <= verb && verb <= last)) return;
      clauses.push(clauseAt(words, verb, { ends, before: clauses }));
    });
    const subject = ends.find(({ entity, pronoun }) => entity.type === 'Person' && pronoun === null);
    if (subject) this.lastPerson = subject.entity;
    return clauses;
  }

  private endsIn(words: readonly Word[], mentions: readonly Mention[]): readonly End[] {
    const ends: End[] = [];
    let next = 0;
    let person = this.lastPerson;
    words.forEach((word, index) => {
      const mention = mentions[next];
      if (mention && word.end > mention.start) {
        let last = index;
        while ((words[last + 1]?.start ?? Infinity) < mention.end) last += 1;
        if (word.start < mention.end) ends.push({ entity: mention.entity, first: index, last, pronoun: null });
        if (mention.entity.type === 'Person' && word.start < mention.end) person = mention.entity;
        next += 1;
        return;
      }
      const text = word.text.toLowerCase();
      if (person && pronouns.has(text) && text !== 'it' && text !== 'they') {
        ends.push({ entity: person, first: index, last: index, pronoun: word.text });
      }
    });
    return ends;
  }
}

interface Surroundings {
  readonly ends: readonly End[];
  readonly before: readonly Clause[];
}

function clauseAt(words: readonly Word[], verb: number, { ends, before }: Surroundings): Clause {
  const previous = before.at(-1);
  const link = linkTo(words, previous?.verb ?? -1, verb);
  const objects = objectsOf(words, verb, ends);
  const forms = formsOf(words, verb, objects[0]?.first ?? -1);
  const isPassive = words[verb + 1]?.text.toLowerCase() === 'by' || (isParticiple(words, verb) && follows(words, verb, 'by'));
  const subject = subjectOf(words, verb, { ends, previous, link });
  const governor = link === 'none' ? -1 : (previous?.verb ?? -1);
  if (!isPassive) return { verb, subject, objects, forms, governor };
  return { verb, subject: objects[0] ?? null, objects: subject ? [subject] : [], forms: forms.slice(-1), governor };
}

/** How a verb hangs on the one before: "plans to build", "visited and left", "accused of hiding". */
function linkTo(words: readonly Word[], previous: number, verb: number): 'infinitive' | 'joined' | 'gerund' | 'none' {
  if (previous < 0) return 'none';
  let at = verb - 1;
  while (at > previous && (words[at]?.pos === 'ADV' || words[at]?.pos === 'AUX')) at -= 1;
  const word = words[at]?.text.toLowerCase() ?? '';
  if (word === 'to') return 'infinitive';
  if (/^(?:and|but|or)$/u.test(word)) return 'joined';
  return /ing$/u.test(words[verb]?.text ?? '') && (words[at]?.pos === 'ADP' || word === ',') ? 'gerund' : 'none';
}

function subjectOf(
  words: readonly Word[],
  verb: number,
  { ends, previous, link }: { ends: readonly End[]; previous: Clause | undefined; link: ReturnType<typeof linkTo> },
): End | null {
  if (previous && link !== 'none') {
    const lemma = words[previous.verb]?.lemma ?? '';
    const controls = link !== 'joined' && objectControl.has(lemma);
    return controls ? (previous.objects[0] ?? previous.subject) : previous.subject;
  }
  const found: End[] = [];
  for (let at = verb - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word || breaks.has(word.text)) break;
    const text = word.text.toLowerCase();
    if ((text === 'who' || text === 'which') && found.length === 0) return antecedent(words, at, ends);
    if (subordinators.has(text) && found.length > 0) break;
    const end = ends.find(({ last }) => last === at);
    if (!end) continue;
    found.push(end);
    at = end.first;
    if (!hangsOn(words, end)) break;
  }
  return found.at(-1) && !hangsOn(words, found.at(-1) as End) ? (found.at(-1) ?? null) : (found[0] ?? null);
}

/** "X, who": the name right before, a clause between commas passed over. */
function antecedent(words: readonly Word[], relative: number, ends: readonly End[]): End | null {
  const before = ends.filter(({ last }) => last < relative);
  const nearest = before.at(-1);
  if (!nearest) return null;
  const outer = before.at(-2);
  return outer && hangsOn(words, nearest) && nearest.first - outer.last < 4 ? outer : nearest;
}

/** It belongs to a preposition: "the head of X". */
function hangsOn(words: readonly Word[], { first, pronoun }: End): boolean {
  if (pronoun !== null) return false;
  let at = first - 1;
  while (words[at]?.pos === 'DET' || words[at]?.pos === 'ADJ') at -= 1;
  return words[at]?.pos === 'ADP';
}

function objectsOf(words: readonly Word[], verb: number, ends: readonly End[]): readonly End[] {
  const objects: End[] = [];
  for (let at = verb + 1; at < words.length; at += 1) {
    const word = words[at];
    if (!word || breaks.has(word.text)) break;
    const end = ends.find(({ first }) => first === at);
    if (end) {
      if (end.pronoun !== null) break;
      objects.push(end);
      at = end.last;
      continue;
    }
    if (objects.length > 0 && !/^(?:,|and|or|the|a|an)$/u.test(word.text.toLowerCase())) break;
    if (word.pos === 'VERB' || subordinators.has(word.text.toLowerCase())) break;
  }
  return objects;
}

function formsOf(words: readonly Word[], verb: number, object: number): readonly string[] {
  const lemma = words[verb]?.lemma ?? '';
  const between = words.slice(verb + 1, object < 0 ? verb + 3 : object);
  const preposition = between.filter(({ pos, text }) => pos === 'ADP' || text === 'to').at(-1)?.lemma;
  const noun = between.findLast(({ pos }) => pos === 'NOUN')?.lemma;
  return [
    ...(noun && preposition ? [`${lemma} ${noun} ${preposition}`] : []),
    ...(preposition && !noun ? [`${lemma} ${preposition}`] : []),
    // Another noun stands between: the verb says something of that one.
    ...(noun ? [] : [lemma]),
  ];
}

/** "was appointed", "has been operated". */
function isParticiple(words: readonly Word[], verb: number): boolean {
  const before = words.slice(Math.max(0, verb - 3), verb).findLast(({ pos }) => pos === 'AUX');
  return before?.lemma === 'be' || /^(?:is|are|was|were|been|be)$/u.test(before?.text.toLowerCase() ?? '');
}

function follows(words: readonly Word[], verb: number, text: string): boolean {
  const end = words.findIndex((word, at) => at > verb && (word.pos === 'VERB' || breaks.has(word.text)));
  return words.slice(verb + 1, end < 0 ? verb + 8 : Math.min(end, verb + 8)).some((word) => word.text.toLowerCase() === text);
}
