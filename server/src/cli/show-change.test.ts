import { createColors } from 'picocolors';
import { expect, it } from 'vitest';

import type { Contradiction, GraphChange, NamedRelation } from '../loader/report.ts';
import { changeLines } from './show-change.ts';

const nothing: GraphChange = {
  statements: 0,
  nodesCreated: 0,
  relationsCreated: 0,
  relationsRemoved: 0,
  claims: { created: [], changed: [], removed: [], kept: 0 },
  entitiesCreated: [],
  entitiesChanged: [],
  entitiesLeft: [],
  backed: [],
  contradicted: [],
};

function shown(change: Partial<GraphChange>, all = false): readonly string[] {
  const captionOf = (type: string): string => type.toLowerCase();
  return changeLines({ ...nothing, ...change }, { colors: createColors(false), all, captionOf });
}

const met: NamedRelation = {
  id: 'delcy-rodriguez~MET~john-ratcliffe',
  source: 'Delcy Rodríguez',
  type: 'MET',
  target: 'John Ratcliffe',
};
const runs: NamedRelation = {
  id: 'ana-ruiz~CONTROLS~port',
  source: 'Ana Ruiz',
  type: 'CONTROLS',
  target: 'the port',
};
const opposes: NamedRelation = { ...runs, id: 'ana-ruiz~OPPOSES~port', type: 'OPPOSES' };

it('says in words what is backed, and by how many', () => {
  expect(
    shown({
      backed: [
        { relation: met, originsBefore: 1, originsAfter: 2, claims: ['b/met'] },
        { relation: runs, originsBefore: 0, originsAfter: 1, claims: ['b/runs'] },
      ],
    }),
  ).toEqual([
    'BACKED        Delcy Rodríguez met John Ratcliffe: now 2 independent origins (1 before)',
    '              b/met',
    'BACKED        Ana Ruiz controls the port: now 1 independent origin (none before)',
    '              b/runs',
  ]);
});

const between = (claim: string, against: string, relations = [runs, runs]): Contradiction => ({
  kind: 'denied',
  claim,
  against,
  relation: relations[0] ?? runs,
  againstRelation: relations[1] ?? runs,
});

it('names both claims of a contradiction, and both relations where they are two', () => {
  expect(
    shown({
      contradicted: [
        between('b/new', 'a/old'),
        { ...between('b/new', 'a/other', [runs, opposes]), kind: 'possible' },
      ],
    }),
  ).toEqual([
    'CONTRADICTED  Ana Ruiz controls the port: one claim says so, one denies it',
    '              b/new',
    '              a/old',
    'POSSIBLY      both are claimed, and can hardly both hold',
    '              Ana Ruiz controls the port  b/new',
    '              Ana Ruiz opposes the port  a/other',
  ]);
});

it('tells what stands against other articles, and counts what an article sets against itself', () => {
  const contradicted = [
    ...Array.from({ length: 9 }, (_, index) => between(`b/no-${index}`, `b/yes-${index}`)),
    between('b/new', 'a/old'),
  ];
  const others = [
    'CONTRADICTED  Ana Ruiz controls the port: one claim says so, one denies it',
    '              b/new',
    '              a/old',
  ];
  const within = 'contradictions within the article: 9 pairs of its own claims';
  expect(shown({ contradicted })).toEqual([...others, `${within} (--all shows them)`]);
  expect(shown({ contradicted }, true).slice(0, 4)).toEqual([...others, within]);
  expect(shown({ contradicted }, true)).toHaveLength(4 + 9 * 3);
});

it('cuts a long list with a count, unless all is asked for', () => {
  const created = Array.from({ length: 1007 }, (_, index) => `a/${index}`);
  const change = { claims: { created, changed: [], removed: [], kept: 2 } };
  expect(shown(change)).toEqual([
    'claims: 1,007 created, 2 as before',
    '  + a/0',
    '  + a/1',
    '  + a/2',
    '  + a/3',
    '  + a/4',
    '  ... and 1,002 more (--all shows them)',
  ]);
  expect(shown(change, true)).toHaveLength(1008);
});

it('says what nothing refers to any more', () => {
  expect(shown({ entitiesLeft: ['dock-source'] })).toEqual([
    'entities: 1 no longer referred to (kept in the graph)',
    '  ? dock-source',
  ]);
});
