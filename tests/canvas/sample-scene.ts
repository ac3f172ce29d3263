import type { Scene, SceneEdge, SceneNode } from '../../client/src/state/scene.ts';

export function sampleNode(id: string, changes: Partial<SceneNode> = {}): SceneNode {
  return {
    id,
    name: id,
    type: 'Person',
    typeLabel: 'Person',
    family: 'people',
    icon: 'user-round',
    anonymous: false,
    degree: 1,
    hiddenNeighbors: 0,
    pinned: false,
    ghost: false,
    ...changes,
  };
}

export function sampleEdge(
  id: string,
  [source, target]: readonly [string, string],
  changes: Partial<SceneEdge> = {},
): SceneEdge {
  return {
    id,
    kind: 'relation',
    relationIds: [id],
    source,
    target,
    caption: 'met',
    shortCaption: 'met',
    status: 'ASSERTED',
    standing: 'SINGLE_ORIGIN',
    claimCount: 1,
    originCount: 1,
    symmetric: false,
    ghost: false,
    ...changes,
  };
}

/** Three entities in a row of lines, the last with hidden neighbours. */
export const rowScene: Scene = {
  nodes: [sampleNode('ann'), sampleNode('bob'), sampleNode('cid', { hiddenNeighbors: 2 })],
  edges: [sampleEdge('ann-bob', ['ann', 'bob']), sampleEdge('bob-cid', ['bob', 'cid'])],
};

export const rowPositions = { ann: { x: 0, y: 0 }, bob: { x: 180, y: 0 }, cid: { x: 360, y: 0 } };
