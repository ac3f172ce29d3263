import type { GraphChange } from './report.ts';

/** How many items of each list of a change the graph keeps. */
export const keptItems = 500;

/** How long the lists of a change are. */
export interface ChangeCounts {
  readonly claimsCreated: number;
  readonly claimsChanged: number;
  readonly claimsRemoved: number;
  readonly entitiesCreated: number;
  readonly entitiesChanged: number;
  readonly entitiesLeft: number;
  readonly backed: number;
  readonly contradicted: number;
}

export function changeCounts(change: GraphChange): ChangeCounts {
  const { claims, entitiesCreated, entitiesChanged, entitiesLeft, backed, contradicted } = change;
  return {
    claimsCreated: claims.created.length,
    claimsChanged: claims.changed.length,
    claimsRemoved: claims.removed.length,
    entitiesCreated: entitiesCreated.length,
    entitiesChanged: entitiesChanged.length,
    entitiesLeft: entitiesLeft.length,
    backed: backed.length,
    contradicted: contradicted.length,
  };
}

/** A change with no list longer than `keptItems`, so that a load of any size can be remembered. */
export function boundedChange(change: GraphChange): GraphChange {
  const { claims, entitiesCreated, entitiesChanged, entitiesLeft, backed, contradicted } = change;
  return {
    ...change,
    claims: {
      created: cut(claims.created),
      changed: cut(claims.changed),
      removed: cut(claims.removed),
      kept: claims.kept,
    },
    entitiesCreated: cut(entitiesCreated),
    entitiesChanged: cut(entitiesChanged),
    entitiesLeft: cut(entitiesLeft),
    backed: cut(backed).map((one) => ({ ...one, claims: cut(one.claims) })),
    contradicted: cut(contradicted),
  };
}

function cut<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, keptItems);
}
