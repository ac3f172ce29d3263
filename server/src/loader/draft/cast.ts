import { foldedWords } from '../../lib/fold-text.ts';
import type { TextSpan } from '../../lib/quote-places.ts';
import type { KnownEntity } from '../../model/known-entity.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { EntityIds } from './entity-ids.ts';
import { KnownNames } from './known-names.ts';
import type { KnownName } from './known-names.ts';
import { clusterNames, groupNames } from './name-clusters.ts';
import type { NameCluster } from './name-clusters.ts';
import { nameRuns } from './name-runs.ts';
import type { NameRun } from './name-runs.ts';
import type { Sighting } from './name-types.ts';
import { proposedPhrases } from './phrase-entities.ts';
import type { Cast, Mention, ProposedEntity } from './proposal.ts';
import type { Reading, Sentence } from './reading.ts';

export interface CastOptions {
  readonly known: readonly KnownEntity[];
  readonly vocabulary: Vocabulary;
  /** Ids that are spoken for: the article's and its voice's. */
  readonly taken: readonly string[];
  /** Of the article: tell unnamed sources of several reports apart. */
  readonly publisher: string | null;
  readonly date: string;
}

type PlacedSighting = Sighting & { readonly sentence: number };

/** Everybody and everything that a text names: known names first, then new ones, then unnamed sources and phrases. */
export function castOf(reading: Reading, options: CastOptions): Cast {
  const ids = new EntityIds([...options.taken, ...options.known.map(({ id }) => id)], options.date);
  const { known, sightings } = namesIn(reading, options.known);
  const linked = new LinkedEntities(options.vocabulary);
  const ambiguous = new Map<string, readonly string[]>();
  const mentions: Mention[] = [];
  for (const { name, sentence } of known) {
    const [only, ...others] = name.entities;
    if (!only) continue;
    const text = printed(reading.text, name);
    if (others.length > 0)
      ambiguous.set(
        text,
        name.entities.map(({ id }) => id),
      );
    else
      mentions.push({
        ...spanOf(name),
        sentence,
        entity: linked.entityFor(only, name.isCommon ? text : null),
      });
  }

  const groups = groupNames(reading.text, sightings);
  const knownByUnits = linked.byUnits();
  const linkedAt = new Set(known.map(({ name }) => name.start));
  const leftOut: string[] = [];
  for (const cluster of clusterNames(groups, (group) => knownByUnits.has(group.units.join(' ')))) {
    const entity =
      knownByUnits.get(cluster.head.units.join(' ')) ?? namedEntity(cluster, { ids, known: options.known });
    if (!entity) {
      leftOut.push(cluster.head.name);
      continue;
    }
    for (const { run, sentence } of [cluster.head, ...cluster.shorter].flatMap((group) => group.sightings)) {
      if (!linkedAt.has(run.start)) mentions.push({ ...spanOf(run), sentence, entity });
    }
  }
  const untitled = offices(sightings, ids).filter(({ start }) => !linkedAt.has(start));
  mentions.push(...untitled);
  mentions.push(...proposedPhrases(reading, mentions, { ids, ...options }));
  mentions.sort((a, b) => a.start - b.start);
  return {
    entities: Array.from(new Set(mentions.map(({ entity }) => entity))),
    mentions,
    ambiguous: Array.from(ambiguous, ([name, candidates]) => ({ name, ids: candidates })),
    leftOut,
  };
}

/** Titles in front of names, as offices that somebody holds. */
function offices(sightings: readonly PlacedSighting[], ids: EntityIds): readonly Mention[] {
  const made = new Map<string, ProposedEntity>();
  return sightings.flatMap(({ run: { title }, sentence }): Mention[] => {
    if (title === null || title.isHonorific) return [];
    // The office is the same, whoever held it once.
    const name = title.text.replace(/^former /iu, '');
    const key = name.toLowerCase();
    const entity = made.get(key) ?? {
      id: ids.idFor(name, 'Role').id,
      name,
      type: 'Role',
      aliases: [],
      known: null,
      kind: 'phrase' as const,
      unsure: [`which ${name}? Name the office in full, with its country or body`],
    };
    made.set(key, entity);
    return [{ start: title.start, end: title.end, sentence, entity }];
  });
}

interface PlacedName {
  readonly name: KnownName;
  readonly sentence: number;
}

interface NamesOfText {
  readonly known: readonly PlacedName[];
  /** Also of known names: shorter forms join them. */
  readonly sightings: readonly PlacedSighting[];
}

function namesIn(reading: Reading, knownEntities: readonly KnownEntity[]): NamesOfText {
  const names = new KnownNames(knownEntities);
  const known: PlacedName[] = [];
  const sightings: PlacedSighting[] = [];
  reading.sentences.forEach((sentence, index) => {
    const runs = sentence.isHeading ? [] : nameRuns(sentence);
    // "Washington Post" is not Washington.
    const here = names
      .findIn(reading.text, sentence)
      .filter((name) => !runs.some((run) => isInside(name, run) && !isSame(name, run)));
    known.push(...here.map((name) => ({ name, sentence: index })));
    for (const run of runs) {
      const within = here.find((name) => overlaps(name, run));
      if (!within || isSame(within, run)) sightings.push(sightingOf(sentence, run, index));
    }
  });
  return { known, sightings };
}

function sightingOf({ words }: Sentence, run: NameRun, sentence: number): PlacedSighting {
  const first = run.words[0];
  const last = run.words.at(-1);
  const start = first ? words.indexOf(first) : 0;
  const end = last ? words.indexOf(last) + 1 : 0;
  const forms = (from: number, to: number): string[] =>
    words
      .slice(Math.max(0, from), to)
      .filter(({ pos, text }) => text !== ',' && pos !== 'DET' && pos !== 'AUX' && pos !== 'ADV')
      .map(({ lemma }) => lemma);
  return { run, sentence, before: forms(start - 4, start).toReversed(), after: forms(end, end + 4) };
}

/** Entities of the graph that the text names, each made once. */
class LinkedEntities {
  private readonly entities = new Map<string, ProposedEntity>();
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** `commonWords`: it was found by words in small letters, which may mean something else. */
  entityFor(known: KnownEntity, commonWords: string | null): ProposedEntity {
    const before = this.entities.get(known.id);
    if (before) return before;
    const type = known.labels.find((label) => this.vocabulary.entityType(label).described) ?? 'Topic';
    const unsure = commonWords === null ? [] : [`"${commonWords}" may mean another one here`];
    const { id, name, aliases } = known;
    const entity: ProposedEntity = { id, name, type, aliases, known, kind: 'named', unsure };
    this.entities.set(id, entity);
    return entity;
  }

  byUnits(): ReadonlyMap<string, ProposedEntity> {
    return new Map(
      Array.from(this.entities.values()).flatMap((entity) =>
        [entity.name, ...entity.aliases].map((name) => [foldedWords(name).join(' '), entity] as const),
      ),
    );
  }
}

interface NamingOptions {
  readonly ids: EntityIds;
  readonly known: readonly KnownEntity[];
}

function namedEntity(
  { head, shorter, guess, unsure }: NameCluster,
  { ids, known }: NamingOptions,
): ProposedEntity | null {
  if (!guess) return null;
  const { id, isGiven } = ids.idFor(head.name, guess.type);
  const near = known.filter(
    ({ labels, name }) => labels.includes(guess.type) && sharesLastWord(name, head.units),
  );
  return {
    id,
    name: head.name,
    type: guess.type,
    aliases: shorter.map(({ name }) => name).filter((name) => name !== head.name),
    known: null,
    kind: 'named',
    unsure: [
      ...(guess.unsure === null ? [] : [guess.unsure]),
      ...unsure,
      ...(isGiven ? [] : ['its name gives no id: choose one']),
      ...(near.length === 0
        ? []
        : [
            `the graph knows ${near
              .slice(0, 3)
              .map((entity) => entity.id)
              .join(', ')}`,
          ]),
    ],
  };
}

function sharesLastWord(name: string, units: readonly string[]): boolean {
  const own = foldedWords(name);
  return (
    own.length !== units.length && own.at(-1) === units.at(-1) && (own.length === 1 || units.length === 1)
  );
}

const spanOf = ({ start, end }: TextSpan): TextSpan => ({ start, end });
const printed = (text: string, { start, end }: TextSpan): string =>
  text.slice(start, end).replaceAll(/\s+/gu, ' ');
const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;
const isInside = (a: TextSpan, b: TextSpan): boolean => b.start <= a.start && a.end <= b.end;
const isSame = (a: TextSpan, b: TextSpan): boolean => a.start === b.start && a.end === b.end;
