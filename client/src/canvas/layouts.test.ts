import { describe, expect, test } from 'vitest';

import type { Layout, LayoutLine, LayoutNode, LayoutTask, Places } from './layout/layout.ts';
import { randomFrom } from './layout/random.ts';
import { withRows } from './layout/rows.ts';
import { layouts } from './layouts.ts';
import { force } from './layouts/force.ts';

const node: LayoutNode = {
  halfWidth: 16,
  halfHeight: 16,
  labelWidth: 80,
  labelHeight: 14,
  at: null,
  fixed: false,
};

/** Two hubs with leaves, and a few lines between the leaves. */
function sampleTask(count: number): LayoutTask {
  const random = randomFrom(7);
  const lines: LayoutLine[] = [];
  for (let i = 2; i < count; i += 1) lines.push({ source: i % 2, target: i, bend: 0, captionWidth: 60 });
  for (let i = 0; i < count / 4; i += 1) {
    const source = 2 + Math.floor(random() * (count - 2));
    const target = 2 + Math.floor(random() * (count - 2));
    if (source !== target) lines.push({ source, target, bend: 0, captionWidth: 60 });
  }
  lines.push({ source: 0, target: 1, bend: 0, captionWidth: 60 });
  return { nodes: Array.from({ length: count }, () => node), lines, width: 760, height: 630, seed: 1 };
}

function run(layout: Layout, task: LayoutTask): Places {
  return withRows(layout, task, () => undefined);
}

function placed(task: LayoutTask, places: Places, free: (i: number) => boolean): LayoutTask {
  return {
    ...task,
    nodes: task.nodes.map((each, i) =>
      free(i) ? each : { ...each, at: { x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0 }, fixed: true },
    ),
  };
}

/** Pairs of shapes with their labels beneath that lie on each other. */
function overlaps(task: LayoutTask, places: Places): number {
  let found = 0;
  for (let a = 0; a < task.nodes.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const dx = Math.abs((places[2 * a] ?? 0) - (places[2 * b] ?? 0));
      const dy = Math.abs((places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0));
      if (dx < 32 && dy < 32) found += 1;
    }
  }
  return found;
}

describe.each(layouts)('layout $name', (layout) => {
  test('gives the same places for the same task', () => {
    const task = sampleTask(24);
    expect(run(layout, task)).toEqual(run(layout, task));
  });

  test('leaves what is fixed exactly where it is and puts new entities near their neighbours', () => {
    const task = sampleTask(24);
    const before = run(layout, task);
    const isNew = (i: number): boolean => i >= 20;
    const after = run(layout, placed(task, before, isNew));
    for (let i = 0; i < 20; i += 1) {
      expect([after[2 * i], after[2 * i + 1]]).toEqual([before[2 * i], before[2 * i + 1]]);
    }
    for (let i = 20; i < 24; i += 1) {
      const hub = i % 2;
      const away = Math.hypot(
        (after[2 * i] ?? 0) - (before[2 * hub] ?? 0),
        (after[2 * i + 1] ?? 0) - (before[2 * hub + 1] ?? 0),
      );
      expect(away).toBeLessThan(400);
    }
    expect(overlaps(task, after)).toBe(0);
  });

  test('puts entities without a line in a row beneath the rest', () => {
    const task = sampleTask(12);
    const loose = { ...task, nodes: [...task.nodes, node, node] };
    const places = run(layout, loose);
    const lowest = Math.max(...Array.from({ length: 12 }, (_, i) => places[2 * i + 1] ?? 0));
    expect(places[25]).toBeGreaterThan(lowest);
    expect(places[25]).toBe(places[27]);
    expect(Math.abs((places[24] ?? 0) - (places[26] ?? 0))).toBeGreaterThan(80);
  });
});

test('the forces keep shapes apart at 300 entities', () => {
  const task = sampleTask(300);
  expect(overlaps(task, run(force, task))).toBe(0);
});
