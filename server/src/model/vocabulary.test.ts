import { describe, expect, test } from 'vitest';

import vocabularyFile from '../../../cypher/vocabulary.json';
import { mayStandAt, parseVocabulary } from './vocabulary.ts';

const person = { label: 'Person', plural: 'People', family: 'people', icon: 'user-round' };
const knows = { caption: 'knows', inverse: 'is known by', from: ['Person'], to: 'any' };
const small = {
  entityTypes: { Person: person },
  endGroups: { Speaker: ['Person', 'Source'] },
  relationTypes: { KNOWS: knows, IGNORES: { ...knows, from: ['Speaker'] } },
  opposites: [{ types: ['KNOWS'], against: ['IGNORES'], reversed: true }],
};

test('types are found by name, groups of ends and opposites are spelled out', () => {
  const vocabulary = parseVocabulary(small);
  expect(vocabulary.entityType('Person')).toEqual({ name: 'Person', ...person, described: true });
  expect(vocabulary.relationType('IGNORES')).toEqual({
    name: 'IGNORES',
    caption: 'knows',
    inverseCaption: 'is known by',
    shortCaption: null,
    symmetric: false,
    from: ['Person', 'Source'],
    to: 'any',
    described: true,
  });
  expect(vocabulary.opposites).toEqual([{ type: 'KNOWS', against: 'IGNORES', reversed: true }]);
});

test('an unknown type is shown under its own name', () => {
  const vocabulary = parseVocabulary(small);
  expect(vocabulary.entityType('SomeType')).toEqual({
    name: 'SomeType',
    label: 'Some type',
    plural: 'Some type',
    family: 'things',
    icon: 'circle',
    described: false,
  });
  expect(vocabulary.relationType('FOO_BAR')).toEqual({
    name: 'FOO_BAR',
    caption: 'foo bar',
    inverseCaption: 'foo bar (incoming)',
    shortCaption: null,
    symmetric: false,
    from: 'any',
    to: 'any',
    described: false,
  });
  expect(vocabulary.entityType('constructor').described).toBe(false);
});

test.each([
  [null, 'expected an object, found null'],
  [{ ...small, opposites: undefined }, 'opposites: expected a list, there is nothing'],
  [
    { ...small, extra: 1 },
    'extra: there is no such field; known here: entityTypes, endGroups, relationTypes, opposites',
  ],
  [
    { ...small, entityTypes: { Person: { ...person, family: 'persons' } } },
    'entityTypes.Person.family: expected one of people, bodies, places, happenings, things, found "persons"',
  ],
  [
    { ...small, relationTypes: { KNOWS: { ...knows, short: '' } } },
    'relationTypes.KNOWS.short: expected a text, found ""',
  ],
  [
    { ...small, relationTypes: { KNOWS: { ...knows, from: ['Person', 'Persn'] } } },
    'relationTypes.KNOWS.from[1]: expected one of Source, Person, Speaker, found "Persn"',
  ],
  [
    { ...small, relationTypes: { KNOWS: { ...knows, symmetric: 'yes' } } },
    'relationTypes.KNOWS.symmetric: expected true or false, found "yes"',
  ],
])('what is wrong is named with its place (%#)', (json, message) => {
  expect(() => parseVocabulary(json)).toThrow(expect.objectContaining({ name: 'JsonFieldError', message }));
});

test('an end is open to any entity, or to those that carry one of its labels', () => {
  expect(mayStandAt('any', ['Entity'])).toBe(true);
  expect(mayStandAt(['Person', 'Source'], ['Entity', 'Group', 'Source'])).toBe(true);
  expect(mayStandAt(['Person'], ['Entity', 'Group'])).toBe(false);
});

describe("the project's own vocabulary", () => {
  const vocabulary = parseVocabulary(vocabularyFile);

  test('a caption too long for a short line has a short form', () => {
    const long = vocabulary.relationTypes.filter(({ caption }) => caption.length > 16);
    expect(long.filter(({ shortCaption }) => shortCaption === null)).toEqual([]);
  });

  test('a symmetric type reads the same both ways and takes the same at both ends', () => {
    for (const type of vocabulary.relationTypes.filter(({ symmetric }) => symmetric)) {
      expect(type.inverseCaption).toBe(type.caption);
      expect(type.to).toEqual(type.from);
    }
  });

  test('no type is its own opposite, and no pair is named twice', () => {
    const pairs = vocabulary.opposites.map(({ type, against }) => [type, against].toSorted().join(' x '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(vocabulary.opposites.filter(({ type, against }) => type === against)).toEqual([]);
  });
});
