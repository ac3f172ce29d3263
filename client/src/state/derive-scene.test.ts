import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { ClaimRecord, RelationRecord, VocabularyRecord } from '../api/graph.ts';
import { deriveScene } from './derive-scene.ts';
import { byId, exampleClaim, exampleEntity, exampleRelation, exampleSpeaker } from './example-graph.ts';
import { emptyInvestigation, noFilters } from './investigation.ts';
import type { Filters, Investigation } from './step.ts';

const vocabulary: VocabularyRecord = {
  entityTypes: new Map([
    ['Person', { name: 'Person', label: 'Person', plural: 'People', family: 'people', icon: 'user-round' }],
  ]),
  relationTypes: new Map([
    [
      'ESTABLISHES',
      {
        name: 'ESTABLISHES',
        caption: 'sets up',
        inverseCaption: 'is set up by',
        shortCaption: null,
        symmetric: false,
      },
    ],
  ]),
};
const words = {
  unnamedSource: 'Unnamed source',
  bundle: (kinds: number, claims: number) => `${kinds} kinds, ${claims} claims`,
};
const entities = byId([
  exampleEntity({ id: 'annex', type: 'BlackSite', neighborCount: 3 }),
  exampleEntity({ id: 'cia', neighborCount: 1 }),
  exampleEntity({ id: 'official', anonymous: true }),
]);

function sceneOf(relations: readonly RelationRecord[], part: Partial<Investigation> = {}) {
  const investigation = { ...emptyInvestigation, entities: ['official', 'cia', 'annex'], ...part };
  return deriveScene({ investigation, entities, relations: byId(relations), vocabulary, words });
}

const filtered = (part: Partial<Filters>) => ({ filters: { ...noFilters, ...part } });
const planned = exampleClaim({ id: 'a/1', status: 'PLANNED', originId: 'cnn' });
const asserted = exampleClaim({
  id: 'a/2',
  status: 'ASSERTED',
  originId: 'a',
  attributedTo: [exampleSpeaker({ id: 'voice-a' })],
});
const mixed = exampleRelation('cia~ESTABLISHES~annex', [planned, asserted]);

test('nodes carry words, place in the vocabulary and what is not shown of them', () => {
  expect(
    sceneOf([mixed], { pinned: ['cia'], ...filtered({ entityTypes: ['unnamed-source'] }) }).nodes,
  ).toEqual([
    {
      id: 'annex',
      name: 'annex',
      type: 'BlackSite',
      typeLabel: 'Black site',
      family: 'things',
      icon: 'circle',
      anonymous: false,
      degree: 1,
      hiddenNeighbors: 2,
      pinned: false,
      ghost: false,
    },
    {
      id: 'cia',
      name: 'cia',
      type: 'Person',
      typeLabel: 'Person',
      family: 'people',
      icon: 'user-round',
      anonymous: false,
      degree: 1,
      hiddenNeighbors: 0,
      pinned: true,
      ghost: false,
    },
    {
      id: 'official',
      name: 'official',
      type: 'Person',
      typeLabel: 'Unnamed source',
      family: 'people',
      icon: 'user-round',
      anonymous: true,
      degree: 0,
      hiddenNeighbors: 0,
      pinned: false,
      ghost: true,
    },
  ]);
});

test('the strongest status decides the line, and its form follows what a filter leaves', () => {
  const [whole] = sceneOf([mixed]).edges;
  expect(whole).toEqual({
    id: 'cia~ESTABLISHES~annex',
    kind: 'relation',
    relationIds: ['cia~ESTABLISHES~annex'],
    source: 'cia',
    target: 'annex',
    caption: 'sets up 2',
    shortCaption: 'sets up 2',
    status: 'ASSERTED',
    standing: 'CORROBORATED',
    claimCount: 2,
    originCount: 2,
    symmetric: false,
    ghost: false,
  });
  const left = { ...whole, caption: 'sets up', shortCaption: 'sets up', claimCount: 1, originCount: 1 };
  expect(sceneOf([mixed], filtered({ statuses: ['ASSERTED'] })).edges).toEqual([
    { ...left, status: 'PLANNED', standing: 'SINGLE_ORIGIN' },
  ]);
  expect(sceneOf([mixed], filtered({ speakers: ['voice-a'] })).edges).toEqual([
    { ...left, status: 'PLANNED', standing: 'SINGLE_ORIGIN' },
  ]);
  expect(sceneOf([mixed], filtered({ statuses: ['ASSERTED', 'PLANNED'] })).edges).toMatchObject([
    { ghost: true, claimCount: 0 },
  ]);
});

test('a relation is a ghost when an end is switched off, and a filter does not settle a dispute', () => {
  const disputed = exampleRelation('cia~ESTABLISHES~annex', [planned, asserted], { standing: 'DISPUTED' });
  expect(sceneOf([disputed], filtered({ entityTypes: ['BlackSite'] })).edges).toMatchObject([
    { ghost: true },
  ]);
  expect(sceneOf([disputed], filtered({ statuses: ['ASSERTED'] })).edges).toMatchObject([
    { standing: 'DISPUTED', ghost: false },
  ]);
  expect(sceneOf([disputed], filtered({ support: ['DISPUTED'] })).edges).toMatchObject([{ ghost: true }]);
});

test('claims beyond those held are not hidden by a filter that cannot judge them', () => {
  const long = exampleRelation('cia~ESTABLISHES~annex', [planned], { claimCount: 60 });
  expect(sceneOf([long], filtered({ statuses: ['PLANNED'] })).edges).toMatchObject([
    { claimCount: 59, ghost: false },
  ]);
});

test('four lines between two entities stay apart, the fifth makes a bundle, both directions together', () => {
  const relations = ['cia~A~annex', 'cia~B~annex', 'cia~C~annex', 'annex~A~cia', 'annex~D~cia'].map(
    (id, at) => exampleRelation(id, at === 4 ? [planned, asserted] : [planned]),
  );
  expect(sceneOf(relations.slice(0, 4)).edges.map(({ kind }) => kind)).toEqual(Array(4).fill('relation'));
  expect(sceneOf(relations).edges).toEqual([
    {
      id: 'bundle:annex~cia',
      kind: 'bundle',
      relationIds: ['annex~A~cia', 'annex~D~cia', 'cia~A~annex', 'cia~B~annex', 'cia~C~annex'],
      source: 'annex',
      target: 'cia',
      caption: '4 kinds, 6 claims',
      shortCaption: '4 kinds, 6 claims',
      status: 'ASSERTED',
      standing: 'CORROBORATED',
      claimCount: 6,
      originCount: 2,
      symmetric: true,
      ghost: false,
    },
  ]);
  expect(sceneOf(relations, filtered({ statuses: ['PLANNED'] })).edges).toMatchObject([
    { kind: 'bundle', caption: '1 kinds, 1 claims', status: 'ASSERTED', ghost: false },
  ]);
});

test('a dispute keeps a line of its own beside the bundle', () => {
  const quiet = ['A', 'B', 'C', 'D', 'E'].map((type) => exampleRelation(`cia~${type}~annex`, [planned]));
  const disputed = { ...exampleRelation('cia~X~annex', [planned]), standing: 'DISPUTED' as const };
  expect(sceneOf([...quiet, disputed]).edges).toMatchObject([
    { id: 'bundle:annex~cia', standing: 'SINGLE_ORIGIN', claimCount: 5 },
    { id: 'cia~X~annex', kind: 'relation', standing: 'DISPUTED' },
  ]);
});

test('a relation of an entity with itself is drawn once and counts once', () => {
  const scene = sceneOf([exampleRelation('cia~A~cia', [planned])]);
  expect(scene.edges).toMatchObject([{ source: 'cia', target: 'cia' }]);
  expect(scene.nodes).toMatchObject([{ degree: 0 }, { degree: 1, hiddenNeighbors: 1 }, { degree: 0 }]);
});

const claim: fc.Arbitrary<ClaimRecord> = fc
  .record({
    id: fc.string(),
    status: fc.constantFrom('ASSERTED', 'DENIED', 'OPINION', null),
    originId: fc.option(fc.constantFrom('a', 'b')),
  })
  .map(exampleClaim);
const relation = fc
  .tuple(
    fc.constantFrom('cia', 'annex', 'official'),
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('cia', 'annex', 'gone'),
    fc.array(claim, { minLength: 1, maxLength: 3 }),
  )
  .map(([source, type, target, claims]) => exampleRelation(`${source}~${type}~${target}`, claims));

test('the order in which records came does not show', () => {
  fc.assert(
    fc.property(fc.uniqueArray(relation, { selector: ({ id }) => id }), (relations) => {
      expect(sceneOf(relations.toReversed(), { entities: ['cia', 'annex', 'official'] })).toEqual(
        sceneOf(relations),
      );
    }),
  );
});
