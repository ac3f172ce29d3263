import { createColors } from 'picocolors';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { barLine, startProgress } from './progress.ts';
import type { Screen } from './screen.ts';

const step = { label: 'articles/x.cypher', done: 1000, total: 4000, unit: 'statements' };

it('shows percent, count and time, and never more than the terminal is wide', () => {
  expect(barLine(step, 7400, 100)).toBe(
    'articles/x.cypher ██████░░░░░░░░░░░░░░░░░░   25 %  1,000 of 4,000 statements  0:07',
  );
  const long = { ...step, label: `${'a'.repeat(300)}/last.cypher` };
  expect(barLine(long, 7400, 100)).toMatch(/^…a+\/last\.cypher █/);
  for (const columns of [5, 40, 79, 80, 200]) {
    expect(barLine(long, 754_000, columns).length).toBeLessThan(columns);
  }
});

it('tells how much there is of what has no known end', () => {
  expect(barLine({ label: 'out.json', done: 1234567, total: null, unit: 'characters' }, 61_000, 80)).toBe(
    'out.json 1,234,567 characters  1:01',
  );
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is written while work of ten seconds tells of itself a thousand times. */
function written({ columns, log }: { columns: number | null; log: boolean }): {
  painted: string[];
  logged: string[];
} {
  const painted: string[] = [];
  const logged: string[] = [];
  const ignore = (): void => undefined;
  const screen: Screen = {
    colors: createColors(false),
    out: ignore,
    err: ignore,
    document: ignore,
    text: async () => undefined,
    progress: (line) => void painted.push(line),
    progressLog: (line) => void logged.push(line),
    columns: () => columns,
  };
  const progress = startProgress(screen, { log });
  for (let done = 0; done < 1000; done += 1) {
    progress.show({ ...step, done, total: 1000 });
    vi.advanceTimersByTime(10);
  }
  return { painted, logged };
}

it('paints ten times a second at most where somebody watches', () => {
  const { painted, logged } = written({ columns: 80, log: false });
  expect(logged).toEqual([]);
  expect(painted.length).toBeGreaterThan(80);
  expect(painted.length).toBeLessThan(100);
});

it('is silent elsewhere, or a line every few seconds if asked', () => {
  expect(written({ columns: null, log: false })).toEqual({ painted: [], logged: [] });
  expect(written({ columns: null, log: true }).logged).toEqual([
    'articles/x.cypher:   4 %  40 of 1,000 statements, 0 s',
    'articles/x.cypher:  54 %  540 of 1,000 statements, 5 s',
  ]);
});
