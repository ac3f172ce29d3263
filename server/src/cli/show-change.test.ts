import { createColors } from 'picocolors';
import { expect, it } from 'vitest';

import type { GraphChange, NamedRelation } from '../loader/report.ts';
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
  return changeLines({ ...nothing, ...change }, { colors: createColors(false), all });
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
    'BACKED        Delcy Rodríguez MET John Ratcliffe: now 2 independent origins (1 before)',
    'BACKED        Ana Ruiz CONTROLS the port: now 1 independent origin (none before)',
  ]);
});

it('names both claims of a contradiction, and both relations where they are two', () => {
  const between = (relation: NamedRelation, againstRelation: NamedRelation) => ({
    claim: 'b/new',
    against: 'a/old',
    relation,
    againstRelation,
  });
  expect(
    shown({
      contradicted: [
        { kind: 'denied', ...between(runs, runs) },
        { kind: 'possible', ...between(runs, opposes) },
      ],
    }),
  ).toEqual([
    'CONTRADICTED  Ana Ruiz CONTROLS the port: one claim says so, one denies it',
    '              b/new',
    '              a/old',
    'POSSIBLY      both are claimed, and they do not go together well',
    '              Ana Ruiz CONTROLS the port  b/new',
    '              Ana Ruiz OPPOSES the port  a/old',
  ]);
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
