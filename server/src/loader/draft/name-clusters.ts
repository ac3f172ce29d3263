import { foldedWords } from '../../lib/fold-text.ts';
import type { NameRun } from './name-runs.ts';
import { guessType } from './name-types.ts';
import type { GuessedType, Sighting } from './name-types.ts';

/** All places where one name stands, whatever its case. */
export interface NameGroup {
  /** As most places print it, never all in capitals unless it is an acronym. */
  readonly name: string;
  readonly units: readonly string[];
  readonly sightings: readonly (Sighting & { readonly sentence: number })[];
}

/** A name in full with the shorter forms that mean it. */
export interface NameCluster {
  readonly head: NameGroup;
  readonly shorter: readonly NameGroup[];
  readonly guess: GuessedType | null;
  readonly unsure: readonly string[];
}

/** The same name, printed in several places, is one group. */
export function groupNames(
  text: string,
  sightings: readonly (Sighting & { readonly sentence: number })[],
): readonly NameGroup[] {
  const byName = new Map<string, (Sighting & { readonly sentence: number })[]>();
  for (const sighting of sightings) {
    const key = foldedWords(printed(text, sighting.run)).join(' ');
    const same = byName.get(key);
    if (same) same.push(sighting);
    else byName.set(key, [sighting]);
  }
  return Array.from(byName, ([key, places]) => ({
    name: bestForm(places.map(({ run }) => printed(text, run))),
    units: key.split(' '),
    sightings: places,
  }));
}

/**
 * Shorter forms join the name in full: a surname ("Renquist"), a firm's first word ("Brackwater"), a
 * body's last one ("the Board"). Where several would do, the one named last before it, marked unsure.
 */
export function clusterNames(
  groups: readonly NameGroup[],
  isKnown: (group: NameGroup) => boolean,
): readonly NameCluster[] {
  const guesses = new Map(groups.map((group) => [group, guessType(group.name, group.sightings)]));
  const heads = headsByPart(groups);
  const headOf = new Map<NameGroup, { head: NameGroup; unsure: string | null }>();
  for (const group of groups) {
    if (isKnown(group)) continue;
    const part = group.units.join(' ');
    const fitting = (heads.get(part) ?? []).filter(
      (head) => head !== group && mayStandFor(group, head, guesses),
    );
    const people = fitting.filter((head) => guesses.get(head)?.type === 'Person');
    const [head, ...others] = byNearness(people.length > 0 ? people : fitting, group);
    if (!head) continue;
    const unsure =
      others.length > 0 ? `"${group.name}" may also be ${others.map(({ name }) => name).join(', ')}` : null;
    headOf.set(group, { head, unsure });
  }
  const members = new Map<NameGroup, NameGroup[]>();
  for (const group of headOf.keys()) {
    let head = group;
    for (let next = headOf.get(head); next; next = headOf.get(head)) head = next.head;
    members.set(head, [...(members.get(head) ?? []), group]);
  }
  return groups
    .filter((group) => !headOf.has(group))
    .map((head) => {
      const shorter = members.get(head) ?? [];
      const all = [head, ...shorter].flatMap(({ sightings }) => sightings);
      const guess = guesses.get(head)?.unsure === null ? guesses.get(head) : guessType(head.name, all);
      const unsure = shorter.flatMap((group) => headOf.get(group)?.unsure ?? []);
      return { head, shorter, guess: guess ?? null, unsure };
    });
}

function printed(text: string, run: NameRun): string {
  return text.slice(run.start, run.end).replaceAll(/\s+/gu, ' ');
}

/** Names of several words by their first and by their last word, or words joined by hyphens. */
function headsByPart(groups: readonly NameGroup[]): ReadonlyMap<string, readonly NameGroup[]> {
  const heads = new Map<string, NameGroup[]>();
  for (const group of groups) {
    const words = group.name.split(' ');
    if (words.length < 2) continue;
    const parts = new Set([foldedWords(words[0] ?? '').join(' '), foldedWords(words.at(-1) ?? '').join(' ')]);
    if (words.length > 2)
      parts
        .add(foldedWords(words.slice(0, -1).join(' ')).join(' '))
        .add(foldedWords(words.slice(1).join(' ')).join(' '));
    for (const part of parts) {
      const same = heads.get(part);
      if (same) same.push(group);
      else heads.set(part, [group]);
    }
  }
  return heads;
}

function mayStandFor(
  group: NameGroup,
  head: NameGroup,
  guesses: ReadonlyMap<NameGroup, GuessedType | null>,
): boolean {
  const type = guesses.get(head)?.type;
  const own = guesses.get(group);
  const isEnd = head.units.join(' ').endsWith(` ${group.units.join(' ')}`);
  if (type === 'Person') return isEnd;
  if (isEnd) return type === 'Organization' || type === 'Outlet';
  const isPlace = own?.unsure === null && (own.type === 'Place' || own.type === 'Country');
  return type === 'Company' && !isPlace;
}

/** The ones named before, last one first; else the ones named later. */
function byNearness(heads: readonly NameGroup[], group: NameGroup): readonly NameGroup[] {
  const first = group.sightings[0]?.run.start ?? 0;
  const distance = (head: NameGroup): number => {
    const before = head.sightings.filter(({ run }) => run.start < first).at(-1);
    return before ? first - before.run.start : 1e9 + (head.sightings[0]?.run.start ?? 0);
  };
  return heads.toSorted((a, b) => distance(a) - distance(b));
}

function bestForm(forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const ranked = Array.from(counts).toSorted((a, b) => b[1] - a[1]);
  const best = ranked.find(([form]) => /\p{Ll}/u.test(form))?.[0];
  if (best !== undefined) return best;
  const shouted = ranked[0]?.[0] ?? '';
  const isName = shouted.includes(' ') || shouted.length > 6;
  return isName
    ? shouted.toLowerCase().replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : shouted;
}
