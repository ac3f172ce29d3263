import type { RelationRecord } from '../api/graph.ts';
import type { Scene } from '../state/scene.ts';

/** How much is shown, ghosts not counted. */
export interface SceneCounts {
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly articles: number;
}

/** What the filters leave of what is on the canvas. */
export function sceneCounts(scene: Scene, relations: ReadonlyMap<string, RelationRecord>): SceneCounts {
  const edges = scene.edges.filter((edge) => !edge.ghost);
  const drawn = edges.flatMap((edge) => edge.relationIds);
  const articles = drawn.flatMap((id) => relations.get(id)?.claims.map((claim) => claim.article?.id) ?? []);
  return {
    entities: scene.nodes.filter((node) => !node.ghost).length,
    relations: drawn.length,
    claims: edges.reduce((sum, edge) => sum + edge.claimCount, 0),
    articles: new Set(articles.filter(Boolean)).size,
  };
}
