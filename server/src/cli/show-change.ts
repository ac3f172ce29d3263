import type {
  BackedRelation,
  ClaimChange,
  Contradiction,
  GraphChange,
  NamedRelation,
} from '../loader/report.ts';
import { count, grouped } from './numbers.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';

/** Longest list that is shown unless all is asked for. */
const longest = 5;

export interface ChangeView {
  readonly colors: Screen['colors'];
  /** Lists are shown whole. */
  readonly all: boolean;
}

/** What a load or an unload changed, in lines. */
export function changeLines(change: GraphChange, view: ChangeView): readonly string[] {
  const { claims, entitiesCreated, entitiesChanged, entitiesLeft, backed, contradicted } = change;
  const { green, yellow, red, dim } = view.colors;
  const list = (ids: readonly string[], mark: string): readonly string[] =>
    listed(ids, view, (id) => [`  ${mark} ${harmless(id)}`]);
  const entityCounts = [
    [entitiesCreated.length, 'added'],
    [entitiesChanged.length, 'changed'],
    [entitiesLeft.length, 'no longer referred to (kept in the graph)'],
  ] as const;
  return [
    ...sizeLine(change),
    ...headed('claims', claimCounts(claims), [
      ...list(claims.created, green('+')),
      ...list(claims.changed, yellow('~')),
      ...list(claims.removed, red('-')),
    ]),
    ...headed('entities', entityCounts, [
      ...list(entitiesCreated, green('+')),
      ...list(entitiesChanged, yellow('~')),
      ...list(entitiesLeft, dim('?')),
    ]),
    ...listed(backed, view, (relation) => [backedLine(relation, view)]),
    ...listed(contradicted, view, (contradiction) => contradictionLines(contradiction, view)),
  ];
}

function sizeLine({ nodesCreated, relationsCreated, relationsRemoved }: GraphChange): readonly string[] {
  const parts = [
    nodesCreated > 0 && `${count(nodesCreated, 'node')} created`,
    relationsCreated > 0 && `${count(relationsCreated, 'relation')} created`,
    relationsRemoved > 0 && `${count(relationsRemoved, 'relation')} removed`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? [parts.join(', ')] : [];
}

function claimCounts({
  created,
  changed,
  removed,
  kept,
}: ClaimChange): readonly (readonly [number, string])[] {
  return [
    [created.length, 'created'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
    [kept, 'as before'],
  ];
}

function headed(
  what: string,
  counts: readonly (readonly [number, string])[],
  lines: readonly string[],
): readonly string[] {
  const told = counts.filter(([number]) => number > 0).map(([number, word]) => `${grouped(number)} ${word}`);
  return told.length > 0 ? [`${what}: ${told.join(', ')}`, ...lines] : [];
}

/** @example BACKED        Delcy Rodríguez MET John Ratcliffe: now 2 independent origins (1 before) */
function backedLine(
  { relation, originsBefore, originsAfter }: BackedRelation,
  { colors }: ChangeView,
): string {
  const now = `${originsAfter} independent ${originsAfter === 1 ? 'origin' : 'origins'}`;
  const before = originsBefore === 0 ? 'none before' : `${originsBefore} before`;
  return `${colors.green('BACKED')}        ${inWords(relation)}: now ${now} (${before})`;
}

/**
 * @example
 * CONTRADICTED  Ana Ruiz CONTROLS Port Authority: one claim says so, one denies it
 *               2030-05-02-port/ruiz-denies
 *               2030-05-01-docks/runs-port
 */
function contradictionLines(contradiction: Contradiction, { colors }: ChangeView): readonly string[] {
  const { kind, claim, against, relation, againstRelation } = contradiction;
  const same = relation.id === againstRelation.id;
  const margin = ' '.repeat(14);
  const both = same
    ? [`${margin}${harmless(claim)}`, `${margin}${harmless(against)}`]
    : [
        `${margin}${inWords(relation)}  ${colors.dim(harmless(claim))}`,
        `${margin}${inWords(againstRelation)}  ${colors.dim(harmless(against))}`,
      ];
  const heading = same ? `${inWords(relation)}: ` : '';
  switch (kind) {
    case 'disputed':
      return [
        `${colors.red('CONTRADICTED')}  ${heading}the author says that one disputes the other`,
        ...both,
      ];
    case 'denied':
      return [`${colors.red('CONTRADICTED')}  ${heading}one claim says so, one denies it`, ...both];
    case 'possible':
      return [
        `${colors.yellow('POSSIBLY')}      ${heading}both are claimed, and they do not go together well`,
        ...both,
      ];
  }
}

function inWords({ source, type, target }: NamedRelation): string {
  return harmless(`${source} ${type} ${target}`);
}

/** Items in lines; of a long list the beginning, and how many there are besides. */
function listed<T>(
  items: readonly T[],
  { all, colors }: ChangeView,
  linesOf: (item: T) => readonly string[],
): readonly string[] {
  const shown = all || items.length <= longest + 1 ? items : items.slice(0, longest);
  const rest = items.length - shown.length;
  const more = rest > 0 ? [colors.dim(`  ... and ${grouped(rest)} more (--all shows them)`)] : [];
  return [...shown.flatMap(linesOf), ...more];
}
