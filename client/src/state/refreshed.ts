import type { EntityRecord, GraphSlice, RelationRecord } from '../api/graph.ts';

export interface Records {
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
}

/**
 * The records after some entities, and everything among them, were fetched anew: what the graph no longer
 * holds is gone, unless a limit left out part of the answer. Relations to other entities are kept.
 */
export function refreshed(known: Records, asked: ReadonlySet<string>, slice: GraphSlice): Records {
  const isWhole = slice.truncation.length === 0;
  const entities = [...known.entities].filter(([id]) => !isWhole || !asked.has(id));
  const relations = [...known.relations].filter(
    ([, { sourceId, targetId }]) => !isWhole || !asked.has(sourceId) || !asked.has(targetId),
  );
  return {
    entities: new Map([...entities, ...slice.entities.map((each) => [each.id, each] as const)]),
    relations: new Map([...relations, ...slice.relations.map((each) => [each.id, each] as const)]),
  };
}
