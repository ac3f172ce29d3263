import { typeOf } from '../../model/decode.ts';
import type { Entity } from '../../model/entity.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Row } from '../../store/values.ts';
import type { Context } from '../base/context.ts';
import { entityOf } from '../base/model-rows.ts';
import type { Direction } from '../base/relation-list.ts';
import { numberOf } from '../base/row-values.ts';

/** Relations of one type, one direction and one type of the other end. */
export interface NeighborCount {
  readonly relationType: string;
  readonly direction: Direction;
  readonly entityType: string;
  readonly count: number;
}

/** An other end, with the ids of the relations to it. */
export interface Neighbor {
  readonly entity: Entity;
  readonly relations: readonly string[];
}

export function neighborOf(
  { entity: map, relations }: Row,
  context: Pick<Context, 'graph' | 'vocabulary'>,
): Neighbor | null {
  const entity = entityOf(map, context);
  return entity === null ? null : { entity, relations: textsOf(relations).toSorted() };
}

/** One count from a row; a symmetric type has no direction. */
export function neighborCountOf(row: Row, vocabulary: Vocabulary): NeighborCount {
  const relationType = textOf(row['type']) ?? '';
  const { symmetric } = vocabulary.relationType(relationType);
  return {
    relationType,
    direction: symmetric ? 'BOTH' : row['outgoing'] === true ? 'OUT' : 'IN',
    entityType: typeOf(textsOf(row['labels']).toSorted(), vocabulary),
    count: numberOf(row['count']),
  };
}

/** Adds up what came apart by labels that make no difference; the greatest first. */
export function mergeCounts(counts: readonly NeighborCount[]): readonly NeighborCount[] {
  const merged = new Map<string, NeighborCount>();
  for (const one of counts) {
    const key = JSON.stringify([one.relationType, one.direction, one.entityType]);
    merged.set(key, { ...one, count: one.count + (merged.get(key)?.count ?? 0) });
  }
  return Array.from(merged)
    .toSorted(([key, one], [otherKey, other]) => other.count - one.count || (key < otherKey ? -1 : 1))
    .map(([, count]) => count);
}
