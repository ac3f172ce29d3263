import { describe, expect, it } from 'vitest';

import { decodeArticle, decodeClaim, decodeEntity } from './decode.ts';
import { parseVocabulary } from './vocabulary.ts';

const vocabulary = parseVocabulary({
  entityTypes: {
    Person: { label: 'Person', plural: 'People', family: 'people', icon: 'user-round' },
    Voice: { label: 'Voice', plural: 'Voices', family: 'things', icon: 'quote' },
  },
  endGroups: {},
  relationTypes: {},
  opposites: [],
});
const entity = (labels: readonly string[], properties: Readonly<Record<string, unknown>>) =>
  decodeEntity({ labels, properties }, vocabulary);

describe('graphs that nobody checked', () => {
  it('an entity is named after its id, and typed by what the vocabulary knows', () => {
    expect(entity(['Source', 'Entity', 'Voice', 'Person'], { id: 'a' })).toMatchObject({
      id: 'a',
      name: 'a',
      type: 'Person',
      labels: ['Entity', 'Person', 'Source', 'Voice'],
      aliases: [],
      isSource: true,
      anonymous: false,
    });
    expect(entity(['Entity', 'Robot'], { id: 'a' })?.type).toBe('Robot');
    expect(entity(['Entity'], { id: 'a', name: 7, aliases: 'b' })).toMatchObject({
      type: 'Entity',
      name: 'a',
      aliases: ['b'],
    });
  });

  it('what has no id is left out', () => {
    expect(entity(['Entity'], { name: 'a' })).toBeNull();
    expect(decodeClaim({ source: null, type: 'MET', target: 'b', properties: {} })).toBeNull();
    expect(decodeArticle({ id: 3 })).toBeNull();
  });

  it('a claim without evidence has empty fields, and an unknown status none', () => {
    const properties = { status: 'guessed', quote: '' };
    expect(decodeClaim({ source: 'a', type: 'MET', target: 'b', properties })).toEqual({
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
      properties,
    });
  });

  it('an article is told by its outlet or the slug of its publisher, and links only to the web', () => {
    const article = { id: 'x', publisher: 'El País', url: 'javascript:alert(1)' };
    expect(decodeArticle(article)).toMatchObject({ outlet: 'el-pais', url: null });
    expect(decodeArticle({ ...article, outlet: 'pais', url: 'https://example.org/1' })).toMatchObject({
      outlet: 'pais',
      url: 'https://example.org/1',
    });
  });
});
