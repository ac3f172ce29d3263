import { groupBy } from '../../lib/group-by.ts';
import { PeopleBefore } from './people-before.ts';
import type { Mention, ProposedEntity } from './proposal.ts';
import type { Reading, Sentence } from './reading.ts';
import { clauseBreaks, lower, subjectOf } from './subject.ts';
import type { End } from './subject.ts';
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

const objectControl = new Set(
  'accuse advise allow ask blame command direct force help instruct invite order persuade tell urge warn'.split(
    ' ',
  ),
);

/** The clauses of every sentence, by the sentence's index. */
export function readClauses(reading: Reading, mentions: readonly Mention[]): readonly (readonly Clause[])[] {
  const reader = new ClauseReader();
  const bySentence = groupBy(mentions, ({ sentence }) => sentence);
  return reading.sentences.map((sentence, index) =>
    sentence.isHeading ? [] : reader.clausesOf(sentence, bySentence.get(index) ?? []),
  );
}

/** Reads one sentence after the other; a pronoun means whoever was named before. */
class ClauseReader {
  private readonly people = new PeopleBefore();

  /** Clauses in the order of their verbs. */
  clausesOf({ words }: Sentence, mentions: readonly Mention[]): readonly Clause[] {
    const ends = this.endsIn(words, mentions);
    const clauses: Clause[] = [];
    words.forEach((_word, verb) => {
      if (!isVerb(words, verb, ends) || ends.some(({ first, last }) => first <= verb && verb <= last)) return;
      clauses.push(clauseAt(words, verb, { ends, previous: clauses.at(-1) }));
    });
    this.people.add(
      ends
        .filter(({ pronoun }) => pronoun === null)
        .map(({ entity }) => entity)
        .filter(isPerson),
    );
    return clauses;
  }

  private endsIn(words: readonly Word[], mentions: readonly Mention[]): readonly End[] {
    const ends: End[] = [];
    let next = 0;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (!word) break;
      while ((mentions[next]?.end ?? Infinity) <= word.start) next += 1;
      const mention = mentions[next];
      if (mention && word.end > mention.start) {
        let last = index;
        while ((words[last + 1]?.start ?? Infinity) < mention.end) last += 1;
        if (!isModifier(words, last))
          ends.push({ entity: mention.entity, first: index, last, pronoun: null });
        index = last;
        continue;
      }
      const people = ends
        .filter(({ pronoun }) => pronoun === null)
        .map(({ entity }) => entity)
        .filter(isPerson);
      const meant = /^(?:he|she)$/iu.test(word.text) ? this.people.meantBy(word.text, people) : null;
      if (meant) ends.push({ entity: meant, first: index, last: index, pronoun: word.text });
    }
    return ends;
  }
}

const isPerson = ({ type }: ProposedEntity): boolean => type === 'Person';

/** "US directives", "Brackwater's yard": the name only tells which. */
function isModifier(words: readonly Word[], last: number): boolean {
  const [name, next] = [words[last], words[last + 1]];
  if (!name || !next) return false;
  if (/^['’]s?$/u.test(next.text)) return true;
  const isClose = next.start - name.end <= 1;
  if (
    /^\p{Ll}+s$/u.test(next.text) &&
    next.pos === 'NOUN' &&
    /^(?:DET|PART|PROPN|SCONJ)$/u.test(words[last + 2]?.pos ?? '')
  )
    return false;
  return (
    isClose &&
    (next.pos === 'NOUN' || next.pos === 'PROPN' || (next.pos === 'ADJ' && words[last + 2]?.pos === 'NOUN'))
  );
}

/** "an eventual reopening" is no verb, and "the Board thanks the" one, whatever the tagger says. */
function isVerb(words: readonly Word[], at: number, ends: readonly End[]): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.pos === 'NOUN' && word.text.endsWith('s')) {
    const isFollowed =
      /^(?:DET|PART|PROPN|SCONJ)$/u.test(words[at + 1]?.pos ?? '') || words[at + 1]?.text === ',';
    return isFollowed && ends.some(({ last }) => last === at - 1);
  }
  if (word.pos !== 'VERB') return false;
  const before = words[at - 1];
  // "contrary to rumours": no infinitive ends so.
  if (lower(before) === 'to' && word.text.endsWith('s') && word.lemma !== lower(word)) return false;
  return !(word.text.endsWith('ing') && (before?.pos === 'DET' || before?.pos === 'ADJ'));
}

interface Surroundings {
  readonly ends: readonly End[];
  readonly previous: Clause | undefined;
}

function clauseAt(words: readonly Word[], verb: number, { ends, previous }: Surroundings): Clause {
  const link = linkTo(words, previous?.verb ?? -1, verb);
  const objects = objectsOf(words, verb, ends);
  const forms = formsOf(words, verb, objects[0]?.first ?? -1);
  const subject =
    previous && link !== 'none' ? sharedSubject(words, previous, link) : subjectOf(words, verb, ends);
  const governor = link === 'none' ? -1 : (previous?.verb ?? -1);
  if (!isPassive(words, verb)) return { verb, subject, objects, forms, governor };
  return {
    verb,
    subject: objects[0] && isAgent(words, verb, objects[0]) ? objects[0] : null,
    objects: subject ? [subject] : [],
    forms: forms.slice(-1),
    governor,
  };
}

type Link = 'infinitive' | 'joined' | 'gerund' | 'none';

/** How a verb hangs on the one before: "plans to build", "visited and left", "accused of hiding". */
function linkTo(words: readonly Word[], previous: number, verb: number): Link {
  if (previous < 0) return 'none';
  let at = verb - 1;
  while (at > previous && (words[at]?.pos === 'ADV' || words[at]?.pos === 'AUX')) at -= 1;
  if (at === previous && words[at + 1]?.pos !== 'AUX')
    return words[verb]?.text.endsWith('ing') ? 'gerund' : 'none';
  const word = lower(words[at]);
  if (word === 'to') return 'infinitive';
  if (/^(?:and|but|or)$/u.test(word)) return 'joined';
  return words[verb]?.text.endsWith('ing') && (words[at]?.pos === 'ADP' || word === ',') ? 'gerund' : 'none';
}

function sharedSubject(words: readonly Word[], previous: Clause, link: Link): End | null {
  const controls = link !== 'joined' && objectControl.has(words[previous.verb]?.lemma ?? '');
  return controls ? (previous.objects[0] ?? previous.subject) : previous.subject;
}

function objectsOf(words: readonly Word[], verb: number, ends: readonly End[]): readonly End[] {
  const objects: End[] = [];
  // "X once joked, Y would ...": what X says comes next.
  if (words[verb + 1]?.text === ',') return objects;
  for (let at = verb + 1; at < words.length; at += 1) {
    const word = words[at];
    if (!word || clauseBreaks(word)) break;
    const end = ends.find(({ first }) => first === at);
    if (end) {
      if (end.pronoun !== null) break;
      objects.push(end);
      at = end.last;
      continue;
    }
    if (objects.length > 0 && !/^(?:,|and|or|the|a|an|mr|mrs|ms|dr)$/u.test(lower(word))) break;
    if (
      word.pos === 'VERB' ||
      /^(?:that|which|who|whom|because|although|while|when|whether|if|since|after|before)$/u.test(lower(word))
    )
      break;
  }
  return objects;
}

function formsOf(words: readonly Word[], verb: number, object: number): readonly string[] {
  const lemma = words[verb]?.lemma ?? '';
  const between = words.slice(verb + 1, object < 0 ? verb + 3 : object);
  const preposition = between.filter(({ pos, text }) => pos === 'ADP' || text === 'to').at(-1)?.lemma;
  // "met the chief executive, X": the noun is X.
  const isApposed = object > 0 && words[object - 1]?.text === ',';
  const noun = isApposed ? undefined : between.findLast(({ pos }) => pos === 'NOUN')?.lemma;
  return [
    ...(noun && preposition ? [`${lemma} ${noun} ${preposition}`] : []),
    ...(preposition && !noun ? [`${lemma} ${preposition}`] : []),
    // Another noun stands between: the verb says something of that one.
    ...(noun ? [] : [lemma]),
  ];
}

/** "by a court in X": the court does it. */
function isAgent(words: readonly Word[], verb: number, { first }: End): boolean {
  const between = words.slice(verb + 1, first);
  const by = between.findLastIndex((word) => lower(word) === 'by');
  return between.slice(by + 1).every(({ pos }) => pos !== 'ADP');
}

/** "was operated by X", "held by X". */
function isPassive(words: readonly Word[], verb: number): boolean {
  if (lower(words[verb + 1]) === 'by') return true;
  const isParticiple = words
    .slice(Math.max(0, verb - 3), verb)
    .some((word) => /^(?:is|are|was|were|been|be)$/u.test(lower(word)));
  const stop = words.findIndex((word, at) => at > verb && (word.pos === 'VERB' || clauseBreaks(word)));
  const reach = words.slice(verb + 1, Math.min(stop < 0 ? verb + 8 : stop, verb + 8));
  return isParticiple && reach.some((word) => lower(word) === 'by');
}
