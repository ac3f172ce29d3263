import { foldText } from '../lib/fold-text.ts';
import { groupBy } from '../lib/group-by.ts';
import { slugOf } from '../lib/slug.ts';
import { typeOf } from '../model/decode.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { Family, Vocabulary } from '../model/vocabulary.ts';
import { editDistance } from './nearest.ts';

/** An entity that may be the same as a new one, and why. */
export interface LookAlike {
  readonly entity: KnownEntity;
  readonly reason: string;
}

/** Finds among known entities the one that a new entity looks like; null if none. */
export type LookAlikeFinder = (entity: KnownEntity) => LookAlike | null;

interface Named {
  readonly entity: KnownEntity;
  readonly type: string;
  readonly family: Family;
  readonly name: string;
  readonly words: readonly string[];
  readonly aliases: readonly string[];
  /** The numbers in its name: "Resolution 1701" and "Resolution 1702" are two things. */
  readonly digits: string;
}

const small = new Set(['of', 'the', 'and', 'for', 'de', 'del', 'la', 'du', 'des', 'et', 'y', 'von', 'der']);

/**
 * Looks entities up by their names, without regard to case, marks, apostrophes and a leading "the". What
 * an author marked as a namesake is none: an id of the name and a telling suffix (`john-smith-senator`).
 */
export function lookAlikeFinder(known: readonly KnownEntity[], vocabulary: Vocabulary): LookAlikeFinder {
  const filed = known.flatMap((entity) => {
    const named = namedOf(entity, vocabulary);
    return Array.from(new Set(keysOf(named)), (key) => ({ key, named }));
  });
  const index = groupBy(filed, ({ key }) => key);
  return (entity) => {
    const wanted = namedOf(entity, vocabulary);
    if (wanted.name === '') return null;
    const candidates = new Set(
      keysOf(wanted)
        .flatMap((key) => index.get(key) ?? [])
        .map(({ named }) => named),
    );
    for (const reasonOf of reasons) {
      for (const candidate of candidates) {
        const reason = candidate.entity.id === entity.id ? null : reasonOf(wanted, candidate);
        if (reason === null || isMarkedNamesake(candidate.entity)) continue;
        return isMarkedNamesake(entity) ? null : { entity: candidate.entity, reason };
      }
    }
    return null;
  };
}

/** Names as they are compared. */
function plainName(name: string): string {
  // Folding takes a letter at a time, and most names of a large graph have nothing to fold.
  const folded = /^[ -~]*$/u.test(name) ? name.toLowerCase() : foldText(name);
  return folded
    .replaceAll(/['.]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /u, '');
}

function namedOf(entity: KnownEntity, vocabulary: Vocabulary): Named {
  const type = typeOf(entity.labels, vocabulary);
  const name = plainName(entity.name);
  return {
    entity,
    type,
    family: vocabulary.entityType(type).family,
    name,
    words: name.split(' '),
    aliases: entity.aliases.map(plainName).filter((alias) => alias !== ''),
    digits: name.replaceAll(/[^\d]+/gu, ''),
  };
}

/** What two names that look alike have in common: a whole name, a word, initials, or the beginning of a lone word. */
function keysOf({ name, words, aliases }: Named): readonly string[] {
  const initials = initialsOf(words);
  return [
    `=${name}`,
    ...aliases.map((alias) => `=${alias}`),
    ...words.filter((word) => word.length >= 3).map((word) => `w${word}`),
    ...(initials === null ? [] : [`=${initials}`]),
    ...(words.length === 1 ? [`1${name.slice(0, 2)}`, `1${name.slice(-3)}`] : []),
  ];
}

function initialsOf(words: readonly string[]): string | null {
  const telling = words.filter((word) => !small.has(word));
  return telling.length >= 3 ? telling.map((word) => word[0]).join('') : null;
}

/** The name and a word that tells who is meant; a number tells nothing. */
function isMarkedNamesake({ id, name }: KnownEntity): boolean {
  const slug = slugOf(name);
  return id.startsWith(`${slug}-`) && !/^\d+$/.test(id.slice(slug.length + 1));
}

type Reason = (wanted: Named, candidate: Named) => string | null;

/** Surest first. */
const reasons: readonly Reason[] = [
  (wanted, { family, name }) =>
    family === wanted.family && name === wanted.name ? 'it has the same name' : null,
  (wanted, { type, aliases }) =>
    type === wanted.type && aliases.includes(wanted.name) ? 'it goes by that name as well' : null,
  (wanted, { type, name }) =>
    type === wanted.type && wanted.aliases.includes(name) ? 'that is an alias of the new one' : null,
  (wanted, candidate) => {
    if (wanted.type !== 'Person' || candidate.type !== 'Person') return null;
    return isSurnameOf(wanted, candidate) || isSurnameOf(candidate, wanted)
      ? 'one name is the surname of the other'
      : null;
  },
  (wanted, candidate) =>
    wanted.family === candidate.family && (isAcronymOf(wanted, candidate) || isAcronymOf(candidate, wanted))
      ? 'one name is made of the initials of the other'
      : null,
  (wanted, candidate) =>
    wanted.family === candidate.family && isMisspelling(wanted, candidate)
      ? 'the names differ by a letter or two'
      : null,
];

function isSurnameOf({ words }: Named, other: Named): boolean {
  return words.length === 1 && other.words.length > 1 && other.words.at(-1) === words[0];
}

function isAcronymOf({ name, words }: Named, other: Named): boolean {
  return words.length === 1 && name.length >= 3 && name.length <= 6 && initialsOf(other.words) === name;
}

function isMisspelling(wanted: Named, candidate: Named): boolean {
  const [a, b] = [wanted.name, candidate.name];
  const shorter = Math.min(a.length, b.length);
  const most = shorter >= 12 ? 2 : 1;
  if (shorter < 6 || Math.abs(a.length - b.length) > most) return false;
  return wanted.digits === candidate.digits && editDistance(a, b) <= most;
}
