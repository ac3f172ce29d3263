import { expect, it } from 'vitest';

import type { SceneEdge } from '../state/scene.ts';
import { canvasSelection } from './canvas-selection.ts';

const edge = (id: string, relationIds: readonly string[]): SceneEdge => ({
  id,
  kind: relationIds.length > 1 ? 'bundle' : 'relation',
  relationIds,
  source: 'a',
  target: 'b',
  caption: '',
  shortCaption: '',
  status: null,
  standing: 'SINGLE_ORIGIN',
  claimCount: 1,
  originCount: 1,
  symmetric: false,
  ghost: false,
});

it('shows a relation that is drawn inside a bundle by the line of the bundle, once', () => {
  const edges = [edge('bundle:a~b', ['a~RUNS~b', 'a~MET~b']), edge('c~MET~d', ['c~MET~d'])];
  const selection = {
    primary: { kind: 'edge', id: 'a~MET~b' } as const,
    entities: ['c'],
    edges: ['a~RUNS~b', 'a~MET~b', 'c~MET~d'],
  };
  expect(canvasSelection(selection, edges)).toEqual({
    primary: { kind: 'edge', id: 'bundle:a~b' },
    entities: ['c'],
    edges: ['bundle:a~b', 'c~MET~d'],
  });
});
