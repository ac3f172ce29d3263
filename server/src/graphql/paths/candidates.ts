import { setImmediate } from 'node:timers/promises';

import type { Exploration } from './explore.ts';
import type { PathQuery } from './path-query.ts';
import type { MetRelation } from './step-reader.ts';
import { type Ways, waysOf } from './ways.ts';

/** The relations that lie on a walk of at most the length between two of the ends, and on none through a hub. */
export async function candidatesOf(
  { ends, maxLength }: PathQuery,
  exploration: Exploration,
): Promise<readonly MetRelation[]> {
  const near = await candidatesAround(exploration, { maxLength, barriers: new Set(ends) });
  const met = [...new Set(near.flatMap(({ key }) => [key.source, key.target]))];
  const hubs = await exploration.hubsAmong(met);
  if (hubs.size === 0) return near;
  return candidatesAround(exploration, { maxLength, barriers: new Set([...ends, ...hubs]) });
}

interface Walk {
  readonly maxLength: number;
  /** Where walks may begin and end, and not pass. */
  readonly barriers: ReadonlySet<string>;
}

async function candidatesAround(
  { relations, pairs }: Exploration,
  walk: Walk,
): Promise<readonly MetRelation[]> {
  const all = [...relations.values()];
  const onwards = waysOf(all, (one) => one);
  const backwards = waysOf(all, ({ key: { source, type, target }, ...rest }) => {
    return { ...rest, key: { source: target, type, target: source } };
  });
  const found = new Set<MetRelation>();
  for (const { from, to } of pairs) {
    const before = distances(onwards, from, walk);
    const after = distances(backwards, to, walk);
    const leads = (one: string, other: string): boolean =>
      (before.get(one) ?? Number.POSITIVE_INFINITY) + 1 + (after.get(other) ?? Number.POSITIVE_INFINITY) <=
      walk.maxLength;
    for (const relation of all) {
      const { key, bothWays } = relation;
      if (leads(key.source, key.target) || (bothWays && leads(key.target, key.source))) found.add(relation);
    }
    // Other requests get their turn between two pairs.
    await setImmediate();
  }
  return [...found];
}

/** Steps from an entity to all that its walks reach and may pass, itself and the ends of walks among them. */
function distances(
  ways: Ways<MetRelation>,
  from: string,
  { maxLength, barriers }: Walk,
): ReadonlyMap<string, number> {
  const steps = new Map([[from, 0]]);
  let frontier = [from];
  for (let distance = 1; distance < maxLength && frontier.length > 0; distance += 1) {
    const next = frontier.flatMap((node) => [...(ways.get(node)?.keys() ?? [])]);
    frontier = [...new Set(next)].filter((node) => !steps.has(node) && !barriers.has(node));
    for (const node of frontier) steps.set(node, distance);
  }
  return steps;
}
