import { expect, test } from 'vitest';

import { shownPositions } from './positions.ts';
import { replay } from './replay.ts';

const placed = { cia: { x: 1, y: 1 }, cuba: { x: 2, y: 2 } };

test("the user's places go before the layout's, and undoing a move gives the layout's back", () => {
  const added = { kind: 'add', ids: ['cia', 'constructor'] } as const;
  const moved = { kind: 'move', positions: { cia: { x: 9, y: 9 } } } as const;
  expect(shownPositions(replay([added, moved]), placed)).toEqual({ cia: { x: 9, y: 9 } });
  expect(shownPositions(replay([added]), placed)).toEqual({ cia: { x: 1, y: 1 } });
});
