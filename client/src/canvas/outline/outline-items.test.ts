import { describe, expect, test } from 'vitest';

import type { Scene, SceneEdge, SceneNode } from '../../state/scene.ts';
import { outlineItems, outlineLimit, walk } from './outline-items.ts';
import type { Walk } from './outline-items.ts';

function node(id: string, degree: number): SceneNode {
  return {
    id,
    name: id,
    type: 'Person',
    typeLabel: 'Person',
    family: 'people',
    icon: 'user-round',
    anonymous: false,
    degree,
    hiddenNeighbors: 0,
    pinned: false,
    ghost: false,
  };
}

function edge(source: string, target: string): SceneEdge {
  return {
    id: `${source}>${target}`,
    kind: 'relation',
    relationIds: [],
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
  };
}

const scene: Scene = {
  nodes: [node('a', 1), node('b', 2), node('c', 1)],
  edges: [edge('a', 'b'), edge('b', 'c')],
};

/** Where a row of keys leads from entity b, as the id that has the focus and the entity that is open. */
function follow(keys: readonly string[]): { at: string; open: string | null } {
  let [at, open]: [string, string | null] = ['b', null];
  for (const key of keys) {
    const items = outlineItems(scene, open, at);
    const current = items.find((item) => item.target.id === at);
    const next: Walk | null = current ? walk(key, { scene, items, current, open }) : null;
    if (next?.kind === 'go') [at, open] = [next.to.id, next.open];
    if (next?.kind === 'open') open = next.id;
    if (next?.kind === 'close') open = null;
  }
  return { at, open };
}

describe('walking the outline', () => {
  test.each([
    { keys: ['ArrowDown'], to: { at: 'a', open: null } },
    { keys: ['ArrowRight'], to: { at: 'b', open: 'b' } },
    { keys: ['ArrowRight', 'ArrowRight'], to: { at: 'a>b', open: 'b' } },
    { keys: ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight'], to: { at: 'c', open: null } },
    { keys: ['ArrowRight', 'ArrowRight', 'ArrowLeft'], to: { at: 'b', open: 'b' } },
    { keys: ['ArrowRight', 'ArrowLeft'], to: { at: 'b', open: null } },
    { keys: ['End'], to: { at: 'c', open: null } },
    { keys: ['ArrowUp'], to: { at: 'b', open: null } },
    { keys: ['x'], to: { at: 'b', open: null } },
  ])('$keys', ({ keys, to }) => {
    expect(follow(keys)).toEqual(to);
  });
});

test('lists the entities with most relations, and beyond the limit the one that has the focus', () => {
  const many: Scene = {
    nodes: Array.from({ length: outlineLimit + 5 }, (_, i) => node(`n${String(i).padStart(3, '0')}`, i)),
    edges: [],
  };
  const ids = outlineItems(many, null, 'n000').map((item) => item.target.id);
  expect(ids).toHaveLength(outlineLimit + 1);
  expect([ids[0], ids.at(-1)]).toEqual(['n204', 'n000']);
});
