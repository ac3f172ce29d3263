import { parse } from 'graphql';
import { expect, it } from 'vitest';

import { documentCaches } from './document-cache.ts';
import { limits } from './limits.ts';

const document = parse('{ a }');

it('keeps the documents that were asked last', () => {
  const { documentCache: cache } = documentCaches();
  for (let n = 0; n < limits.keptDocuments; n += 1) cache.set(`${n}`, document);
  expect(cache.get('0')).toBe(document);
  cache.set('another', document);
  expect(cache.get('0')).toBe(document);
  expect(cache.get('another')).toBe(document);
  expect(cache.get('1')).toBeUndefined();
});

it('keeps none that is long', () => {
  const { documentCache: cache } = documentCaches();
  const long = '#'.repeat(limits.keptDocumentLength);
  cache.set(long, document);
  cache.set(`${long}#`, document);
  expect(cache.get(long)).toBe(document);
  expect(cache.get(`${long}#`)).toBeUndefined();
});

it('keeps nothing of documents that cannot be read', () => {
  const { errorCache: cache } = documentCaches();
  cache.set('{', new Error('Syntax Error'));
  expect(cache.get('{')).toBeUndefined();
});
