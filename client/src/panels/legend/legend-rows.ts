import type { RelationRecord, VocabularyRecord } from '../../api/graph.ts';
import { firstSpeaker, supportOf } from '../../state/filters.ts';
import type { SceneEdge, SceneNode } from '../../state/scene.ts';
import type { Filters } from '../../state/step.ts';
import { entityKind } from '../../state/vocabulary.ts';

/** One kind of thing that a row of the legend stands for. */
export interface Kind {
  readonly block: keyof Filters;
  readonly key: string;
}

/** The filters after the switch of one kind was turned. */
export function toggled(filters: Filters, { block, key }: Kind): Filters {
  const off = filters[block];
  return { ...filters, [block]: off.includes(key) ? off.filter((each) => each !== key) : [...off, key] };
}

interface Drawn {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly relations: ReadonlyMap<string, RelationRecord>;
}

function isOfKind(relation: RelationRecord, { block, key }: Kind): boolean {
  switch (block) {
    case 'entityTypes':
      return false;
    case 'statuses':
      return relation.statusCounts.some(({ status }) => status === key);
    case 'support':
      return supportOf(relation).some((kind) => kind === key);
    case 'speakers':
      return relation.claims.some((claim) => firstSpeaker(claim)?.id === key);
  }
}

/** Ids of everything on the canvas that is of a kind: entities for a type, lines for the rest. */
export function idsOfKind(kind: Kind, { nodes, edges, relations }: Drawn) {
  if (kind.block === 'entityTypes') {
    return { entities: nodes.filter((node) => entityKind(node) === kind.key).map(({ id }) => id), edges: [] };
  }
  const lines = edges.filter((edge) =>
    edge.relationIds.some((id) => {
      const relation = relations.get(id);
      return relation !== undefined && isOfKind(relation, kind);
    }),
  );
  return { entities: [], edges: lines.map(({ id }) => id) };
}

/** Kinds of entities family by family, as the vocabulary lists them; unnamed sources follow the people. */
export function inVocabularyOrder<Row extends { readonly type: string; readonly anonymous: boolean }>(
  rows: readonly Row[],
  { entityTypes }: VocabularyRecord,
): readonly Row[] {
  const names = [...entityTypes.keys()];
  const place = ({ type, anonymous }: Row) => {
    if (anonymous) return names.indexOf('Person') + 0.5;
    const at = names.indexOf(type);
    return at < 0 ? names.length : at;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}
