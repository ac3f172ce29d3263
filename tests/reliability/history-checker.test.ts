import { expect, it } from 'vitest';

import { type Found, type Operation, violationsIn } from './history-checker.ts';

const sound: readonly Operation[] = [
  { client: 0, kind: 'set', value: 1, began: 1, ended: 3 },
  { client: 1, kind: 'upsert', value: 7, began: 2, ended: undefined },
  { client: 1, kind: 'replace', value: 5, began: 4, ended: 6 },
  read(7, { elements: [1], upserts: [7], versions: [0, 5] }),
  { client: 1, kind: 'replace', value: 6, began: 10, ended: undefined },
  read(11, { elements: [1], upserts: [7], versions: [0, 6] }),
];

function read(began: number, found: Found): Operation {
  return { client: 0, kind: 'read', began, ended: began + 1, found };
}

const last = { elements: [1], upserts: [7], versions: [0, 6] };

it('finds nothing in a history that is sound, whatever became of writes without an answer', () => {
  expect(violationsIn(sound)).toEqual([]);
  expect(violationsIn([...sound.slice(0, 3), read(7, { ...last, upserts: [], versions: [0, 5] })])).toEqual(
    [],
  );
});

it.each([
  ['an element is lost', { ...last, elements: [] }, 'set 1 was acknowledged and is lost'],
  ['a relation is there twice', { ...last, upserts: [7, 7] }, '7 is there twice'],
  ['an older version came back', { ...last, versions: [0, 5] }, 'saw less'],
  ['an acknowledged version is lost', { ...last, versions: [0, 0] }, 'replace 5 was acknowledged'],
  ['something is there that nobody wrote', { ...last, elements: [1, 9] }, '9 was never written'],
])('finds that %s', (_name, found, told) => {
  expect(violationsIn([...sound, read(20, found)]).join('\n')).toContain(told);
});
