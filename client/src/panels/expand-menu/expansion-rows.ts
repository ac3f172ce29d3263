import type { NeighborCount, RelationRecord, VocabularyRecord } from '../../api/graph.ts';
import type { EntityRecord } from '../../api/graph.ts';
import { entityTypeInfo, relationTypeInfo } from '../../state/vocabulary.ts';

/** One kind of relation to one kind of entity: how much of it is not on the canvas. */
export interface ExpansionRow {
  readonly relationType: string;
  readonly entityType: string;
  readonly caption: string;
  readonly entityLabel: string;
  /** Relations in the store. */
  readonly known: number;
  /** Relations whose other end is not on the canvas. */
  readonly fresh: number;
}

interface Known {
  readonly counts: readonly NeighborCount[];
  /** Relations that are on the canvas. */
  readonly drawn: readonly RelationRecord[];
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly vocabulary: VocabularyRecord;
}

function keyOf(relationType: string, direction: NeighborCount['direction'], entityType: string): string {
  return `${relationType} ${direction} ${entityType}`;
}

/** How many relations of an entity are on the canvas, by kind. */
function drawnCounts(id: string, { drawn, entities, vocabulary }: Known): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sourceId, targetId, type } of drawn) {
    if (sourceId !== id && targetId !== id) continue;
    const other = entities.get(sourceId === id ? targetId : sourceId);
    const symmetric = relationTypeInfo(vocabulary, type).symmetric;
    const direction = symmetric ? 'BOTH' : sourceId === id ? 'OUT' : 'IN';
    const key = keyOf(type, direction, other?.type ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What an expansion could bring, most new first; kinds of which nothing is new come last. */
export function expansionRows(id: string, known: Known): readonly ExpansionRow[] {
  const drawn = drawnCounts(id, known);
  return known.counts
    .map(({ relationType, direction, entityType, count }) => {
      const { caption, inverseCaption } = relationTypeInfo(known.vocabulary, relationType);
      const here = drawn.get(keyOf(relationType, direction, entityType)) ?? 0;
      return {
        relationType,
        entityType,
        caption: direction === 'IN' ? inverseCaption : caption,
        entityLabel: entityTypeInfo(known.vocabulary, entityType).label,
        known: count,
        fresh: Math.max(0, count - here),
      };
    })
    .toSorted((a, b) => b.fresh - a.fresh || b.known - a.known || a.caption.localeCompare(b.caption));
}
