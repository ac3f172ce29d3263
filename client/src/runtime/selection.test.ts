import { expect, test } from 'vitest';

import type { SceneEdge, SceneNode } from '../state/scene.ts';
import { noSelection } from './initial-state.ts';
import { pruned, selected } from './selection.ts';

const cia = selected(noSelection, { target: 'entity', id: 'cia', additive: false });

test('a click selects one thing; an additive click adds it or lets it go', () => {
  const both = selected(cia, { target: 'edge', id: 'cia~R~cuba', additive: true });
  expect(both).toEqual({
    primary: { kind: 'edge', id: 'cia~R~cuba' },
    entities: ['cia'],
    edges: ['cia~R~cuba'],
  });
  expect(selected(both, { target: 'edge', id: 'cia~R~cuba', additive: true })).toEqual(cia);
  expect(selected(both, { target: 'entity', id: 'cuba', additive: false })).toEqual({
    primary: { kind: 'entity', id: 'cuba' },
    entities: ['cuba'],
    edges: [],
  });
  expect(selected(cia, { target: 'entity', id: 'cia', additive: false })).toEqual(cia);
});

test('what left the canvas leaves the selection, and a relation inside a bundle stays', () => {
  const node = { id: 'cuba' } as SceneNode;
  const bundle = { id: 'bundle:cia~cuba', relationIds: ['cia~R~cuba'] } as unknown as SceneEdge;
  const selection = {
    primary: { kind: 'entity', id: 'cia' },
    entities: ['cuba', 'cia'],
    edges: ['cia~R~cuba'],
  } as const;
  expect(pruned({ selection, scene: { nodes: [node], edges: [bundle] } })).toEqual({
    primary: { kind: 'edge', id: 'cia~R~cuba' },
    entities: ['cuba'],
    edges: ['cia~R~cuba'],
  });
  expect(pruned({ selection, scene: { nodes: [], edges: [] } })).toEqual(noSelection);
});
