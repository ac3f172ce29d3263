import type { EntityRecord, RelationRecord, VocabularyRecord } from '../api/graph.ts';
import { compareText } from '../lib/compare-text.ts';
import { groupBy } from '../lib/group-by.ts';
import { bundleOf, edgeOf, type SceneWords } from './derive-edges.ts';
import { entityPasses } from './filters.ts';
import { neighborsAmong } from './neighborhood.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';
import type { Investigation } from './step.ts';
import { entityTypeInfo } from './vocabulary.ts';

export interface SceneInput {
  readonly investigation: Investigation;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
  readonly vocabulary: VocabularyRecord;
  readonly words: SceneWords;
}

/** From this many lines between the same two entities on, they are drawn as one bundle; a dispute keeps its own line. */
const bundleFrom = 5;

/**
 * What the canvas and the outline show. What a filter switches off stays as a ghost, so that nothing moves.
 * An id on the canvas without a record is left out. The same input gives the same scene.
 */
export function deriveScene(input: SceneInput): Scene {
  const { investigation, relations } = input;
  const shown = new Map(
    investigation.entities.flatMap((id) => {
      const entity = input.entities.get(id);
      return entity ? [[id, entity] as const] : [];
    }),
  );
  const drawn = [...relations.values()].filter(
    ({ sourceId, targetId }) => shown.has(sourceId) && shown.has(targetId),
  );
  return { nodes: nodesOf(shown, { input, drawn }), edges: edgesOf(shown, { input, drawn }) };
}

interface Drawn {
  readonly input: SceneInput;
  readonly drawn: readonly RelationRecord[];
}

function nodesOf(shown: ReadonlyMap<string, EntityRecord>, { input, drawn }: Drawn): readonly SceneNode[] {
  const { investigation, vocabulary, words } = input;
  const neighbors = neighborsAmong(shown.keys(), drawn);
  const pinned = new Set(investigation.pinned);
  const degrees = new Map<string, number>();
  for (const { sourceId, targetId } of drawn) {
    for (const id of new Set([sourceId, targetId])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return [...shown.values()]
    .map((entity) => {
      const { label, family, icon } = entityTypeInfo(vocabulary, entity.type);
      return {
        id: entity.id,
        name: entity.name,
        type: entity.type,
        typeLabel: entity.anonymous ? words.unnamedSource : label,
        family,
        icon,
        anonymous: entity.anonymous,
        degree: degrees.get(entity.id) ?? 0,
        hiddenNeighbors: Math.max(0, entity.neighborCount - (neighbors.get(entity.id)?.size ?? 0)),
        pinned: pinned.has(entity.id),
        ghost: !entityPasses(entity, investigation.filters),
      };
    })
    .toSorted((a, b) => compareText(a.id, b.id));
}

function edgesOf(shown: ReadonlyMap<string, EntityRecord>, { input, drawn }: Drawn): readonly SceneEdge[] {
  const { investigation, vocabulary, words } = input;
  const { filters } = investigation;
  const endPasses = (id: string): boolean => {
    const entity = shown.get(id);
    return entity !== undefined && entityPasses(entity, filters);
  };
  const pairs = groupBy(drawn, ({ sourceId, targetId }) =>
    sourceId < targetId ? `${sourceId}~${targetId}` : `${targetId}~${sourceId}`,
  );
  return [...pairs.values()]
    .flatMap((relations) => {
      const edges = relations
        .map((relation) => edgeOf(relation, { vocabulary, filters, endPasses }))
        .toSorted((a, b) => compareText(a.id, b.id));
      const disputed = edges.filter(({ standing }) => standing === 'DISPUTED');
      const quiet = edges.filter(({ standing }) => standing !== 'DISPUTED');
      return quiet.length < bundleFrom ? edges : [...disputed, bundleOf(quiet, { relations, words })];
    })
    .toSorted((a, b) => compareText(a.id, b.id));
}
