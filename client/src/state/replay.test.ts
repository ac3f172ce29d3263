import fc from 'fast-check';
import { expect, test } from 'vitest';

import { append, emptyHistory, type History, redo, undo } from './history.ts';
import { emptyInvestigation, noFilters } from './investigation.ts';
import { replay } from './replay.ts';
import type { Step } from './step.ts';
import { applyStep } from './steps.ts';

const id = fc.constantFrom('cia', 'cuba', 'delcy-rodriguez', 'annex', '__proto__');
const ids = fc.array(id, { maxLength: 4 });
const point = fc.record({ x: fc.integer(), y: fc.integer() });
const positions = fc.array(fc.tuple(id, point)).map((entries) => Object.fromEntries(entries));
const filters = fc.record({
  entityTypes: fc.subarray(['Person', 'Country']),
  statuses: fc.subarray(['PLANNED', 'DENIED']),
  support: fc.subarray(['DISPUTED']),
  speakers: fc.subarray(['cnn']),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('open-article' as const), article: fc.constant('a'), ids }),
  fc.record({ kind: fc.constant('add' as const), ids }),
  fc.record({ kind: fc.constant('expand' as const), id, ids }),
  fc.record({ kind: fc.constant('collapse' as const), id, ids }),
  fc.record({ kind: fc.constant('hide' as const), ids }),
  fc.record({ kind: fc.constant('move' as const), positions }),
  fc.record({ kind: fc.constant('arrange' as const), positions }),
  fc.record({ kind: fc.constant('pin' as const), ids }),
  fc.record({ kind: fc.constant('unpin' as const), ids }),
  fc.record({ kind: fc.constant('filter' as const), filters }),
  fc.record({ kind: fc.constant('clear' as const) }),
);
const steps = fc.array(step, { maxLength: 20 });

const historyOf = (list: readonly Step[]) => list.reduce(append, emptyHistory);
const times = (count: number, change: (history: History) => History) => (history: History) =>
  Array.from({ length: count }).reduce<History>((each) => change(each), history);

test('any list of steps gives entities once each, and places and pins of those alone', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { entities, positions: places, pinned } = replay(list);
      expect(new Set(entities).size).toBe(entities.length);
      expect(entities).toEqual(expect.arrayContaining(Object.keys(places)));
      expect(entities).toEqual(expect.arrayContaining([...pinned]));
    }),
  );
});

test('undoing n steps and doing them again gives the same history', () => {
  fc.assert(
    fc.property(steps, fc.nat(25), (list, count) => {
      const history = historyOf(list);
      expect(times(Math.min(count, list.length), redo)(times(count, undo)(history))).toEqual(history);
    }),
  );
});

test('a step undone leaves the investigation as it was', () => {
  fc.assert(
    fc.property(steps, step, (list, next) => {
      expect(replay(undo(append(historyOf(list), next)).past)).toEqual(replay(list));
    }),
  );
});

test('a new step drops what was undone', () => {
  const history = undo(historyOf([{ kind: 'add', ids: ['cia'] }, { kind: 'clear' }]));
  expect(append(history, { kind: 'hide', ids: ['cia'] })).toEqual({
    version: 1,
    past: [
      { kind: 'add', ids: ['cia'] },
      { kind: 'hide', ids: ['cia'] },
    ],
    future: [],
  });
});

test('filters switched on and off again leave everything as it was', () => {
  fc.assert(
    fc.property(steps, filters, (list, chosen) => {
      const before = replay([...list, { kind: 'filter', filters: noFilters }]);
      const after = replay([
        ...list,
        { kind: 'filter', filters: chosen },
        { kind: 'filter', filters: noFilters },
      ]);
      expect(after).toEqual(before);
    }),
  );
});

test('a step that changes nothing gives the same object', () => {
  fc.assert(
    fc.property(steps, step, (list, next) => {
      const before = replay(list);
      const after = applyStep(before, next);
      if (after !== before) return;
      expect(replay([...list, next])).toEqual(before);
    }),
  );
  const before = replay([{ kind: 'add', ids: ['cia'] }]);
  for (const idle of [
    { kind: 'add', ids: ['cia'] },
    { kind: 'hide', ids: ['cuba'] },
    { kind: 'move', positions: { cuba: { x: 1, y: 1 } } },
    { kind: 'pin', ids: ['cuba'] },
    { kind: 'unpin', ids: ['cia'] },
    { kind: 'filter', filters: noFilters },
  ] satisfies Step[]) {
    expect(applyStep(before, idle)).toBe(before);
  }
  expect(applyStep(emptyInvestigation, { kind: 'clear' })).toBe(emptyInvestigation);
});

test('what is dragged is pinned, and leaves the canvas with its place and pin', () => {
  const moved = replay([
    { kind: 'add', ids: ['cia', 'cuba'] },
    { kind: 'move', positions: { cia: { x: 3, y: 4 } } },
  ]);
  expect(moved).toEqual({
    entities: ['cia', 'cuba'],
    positions: { cia: { x: 3, y: 4 } },
    pinned: ['cia'],
    filters: noFilters,
  });
  expect(applyStep(moved, { kind: 'hide', ids: ['cia'] })).toEqual({
    entities: ['cuba'],
    positions: {},
    pinned: [],
    filters: noFilters,
  });
});
