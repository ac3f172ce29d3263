import type { RelationRecord, Standing, VocabularyRecord } from '../api/graph.ts';
import { relationForm } from './relation-form.ts';
import type { SceneEdge } from './scene.ts';
import { strongestStatus } from './status.ts';
import type { Filters } from './step.ts';
import { relationTypeInfo } from './vocabulary.ts';

/** Words that a scene needs beside those of the vocabulary. */
export interface SceneWords {
  readonly unnamedSource: string;
  bundle(kinds: number, claims: number): string;
}

export interface EdgeContext {
  readonly vocabulary: VocabularyRecord;
  readonly filters: Filters;
  /** Whether the entity at an end is switched on. */
  readonly endPasses: (id: string) => boolean;
}

/** The line of one relation. */
export function edgeOf(relation: RelationRecord, { vocabulary, filters, endPasses }: EdgeContext): SceneEdge {
  const { caption, shortCaption, symmetric } = relationTypeInfo(vocabulary, relation.type);
  const form = relationForm(relation, filters);
  const count = form.claimCount > 1 ? ` ${form.claimCount}` : '';
  return {
    ...form,
    id: relation.id,
    kind: 'relation',
    relationIds: [relation.id],
    source: relation.sourceId,
    target: relation.targetId,
    caption: `${caption}${count}`,
    shortCaption: `${shortCaption ?? caption}${count}`,
    symmetric,
    ghost: form.ghost || !endPasses(relation.sourceId) || !endPasses(relation.targetId),
  };
}

/** The best standing decides; a dispute goes before all. */
const standings: readonly Standing[] = [
  'DISPUTED',
  'CORROBORATED',
  'SINGLE_ORIGIN',
  'UNSOURCED',
  'WITHDRAWN',
];

/** One line in place of many. It speaks of what the filters leave; of everything when they leave nothing. */
export function bundleOf(
  edges: readonly SceneEdge[],
  { relations, words }: { relations: readonly RelationRecord[]; words: SceneWords },
): SceneEdge {
  const left = edges.filter((edge) => !edge.ghost);
  const counted = left.length > 0 ? left : edges;
  const countedIds = new Set(counted.map(({ id }) => id));
  const kinds = new Set(relations.filter(({ id }) => countedIds.has(id)).map(({ type }) => type)).size;
  const claimCount = counted.reduce((sum, edge) => sum + edge.claimCount, 0);
  const [source = '', target = source] = relations
    .flatMap(({ sourceId, targetId }) => [sourceId, targetId])
    .filter((id, at, ids) => ids.indexOf(id) === at)
    .toSorted();
  const caption = words.bundle(kinds, claimCount);
  return {
    id: `bundle:${source}~${target}`,
    kind: 'bundle',
    relationIds: edges.map(({ id }) => id),
    source,
    target,
    caption,
    shortCaption: caption,
    status: strongestStatus(counted.map(({ status }) => status)),
    standing: standings.find((standing) => counted.some((edge) => edge.standing === standing)) ?? 'UNSOURCED',
    claimCount,
    originCount: Math.max(...counted.map(({ originCount }) => originCount)),
    // Its relations may point both ways, so it has no arrow.
    symmetric: true,
    ghost: left.length === 0,
  };
}
