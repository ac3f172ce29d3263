import { describe, expect, it } from 'vitest';

import { parseVocabulary } from '../../model/vocabulary.ts';
import type { StoreMap } from '../../store/values.ts';
import { articleOf, claimOf, entityOf } from './model-rows.ts';

const vocabulary = parseVocabulary({
  entityTypes: {
    Person: { label: 'Person', plural: 'People', family: 'people', icon: 'user-round' },
    Voice: { label: 'Voice', plural: 'Voices', family: 'things', icon: 'quote' },
  },
  endGroups: {},
  relationTypes: {},
  opposites: [],
});
const node = (labels: readonly string[], properties: StoreMap) =>
  ({ kind: 'node', elementId: '1', labels, properties }) as const;
const claim = (properties: StoreMap) =>
  ({
    kind: 'relationship',
    elementId: '1',
    type: 'MET',
    startElementId: '1',
    endElementId: '2',
    properties,
  }) as const;

describe('rows of graphs that nobody checked', () => {
  it('an entity is named after its id, and typed by what the vocabulary knows', () => {
    expect(entityOf(node(['Source', 'Entity', 'Voice', 'Person'], { id: 'a' }), vocabulary)).toMatchObject({
      id: 'a',
      name: 'a',
      type: 'Person',
      labels: ['Entity', 'Person', 'Source', 'Voice'],
      aliases: [],
      isSource: true,
      anonymous: false,
    });
    expect(entityOf(node(['Entity', 'Robot'], { id: 'a' }), vocabulary)?.type).toBe('Robot');
    expect(entityOf(node(['Entity'], { id: 'a', name: 7, aliases: 'b' }), vocabulary)).toMatchObject({
      type: 'Entity',
      name: 'a',
      aliases: ['b'],
    });
  });

  it('what has no id is left out', () => {
    expect(entityOf(node(['Entity'], { name: 'a' }), vocabulary)).toBeNull();
    expect(entityOf(null, vocabulary)).toBeNull();
    expect(claimOf({ source: null, target: 'b', claim: claim({}) })).toBeNull();
    expect(articleOf({ id: 3 })).toBeNull();
  });

  it('a claim without evidence has empty fields, and an unknown status none', () => {
    expect(claimOf({ source: 'a', target: 'b', claim: claim({ status: 'guessed', quote: '' }) })).toEqual({
      id: 'a~MET~b/claim',
      key: { source: 'a', type: 'MET', target: 'b' },
      article: null,
      status: null,
      quote: null,
      prefix: null,
      attributedTo: [],
      disputes: [],
      date: null,
      from: null,
      to: null,
      dateText: null,
      note: null,
      properties: { status: 'guessed', quote: '' },
    });
  });

  it('an article is told by its outlet or the slug of its publisher, and links only to the web', () => {
    const article = { id: 'x', publisher: 'El País', url: 'javascript:alert(1)' };
    expect(articleOf(article)).toMatchObject({ outlet: 'el-pais', url: null });
    expect(articleOf({ ...article, outlet: 'pais', url: 'https://example.org/1' })).toMatchObject({
      outlet: 'pais',
      url: 'https://example.org/1',
    });
  });
});
