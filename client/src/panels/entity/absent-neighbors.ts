import type { EntityRecord, RelationRecord } from '../../api/graph.ts';

export interface AbsentNeighbor {
  readonly neighbor: EntityRecord;
  /** The relation with the best evidence that ties it. */
  readonly relation: RelationRecord;
}

interface Known {
  /** Best evidence first. */
  readonly relations: readonly RelationRecord[];
  readonly neighbors: readonly EntityRecord[];
  /** Ids of the entities on the canvas. */
  readonly present: readonly string[];
}

/** Neighbours that are not on the canvas, each once, in the order of their best relation. */
export function absentNeighbors(
  id: string,
  { relations, neighbors, present }: Known,
): readonly AbsentNeighbor[] {
  const done = new Set([...present, id]);
  return relations.flatMap((relation) => {
    const other = relation.sourceId === id ? relation.targetId : relation.sourceId;
    const neighbor = neighbors.find((each) => each.id === other);
    if (!neighbor || done.has(other)) return [];
    done.add(other);
    return [{ neighbor, relation }];
  });
}
