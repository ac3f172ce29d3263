import type { ClaimChange, GraphChange } from '../loader/report.ts';
import { listed } from './lists.ts';
import { count, grouped } from './numbers.ts';
import { harmless } from './screen.ts';
import { standingLines } from './show-standing.ts';
import type { StandingView } from './show-standing.ts';

/** What a load or an unload changed, in lines. */
export function changeLines(change: GraphChange, view: StandingView): readonly string[] {
  const { claims, entitiesCreated, entitiesChanged, entitiesLeft } = change;
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
    ...standingLines(change, view),
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
