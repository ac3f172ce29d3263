import { buildSchema, execute, parse } from 'graphql';
import { expect, it } from 'vitest';

import { withinLength } from './answer-length.ts';

const schema = buildSchema('scalar JSON type Query { text: String self: Query list: [Query!]! any: JSON }');

const root = {
  text: 'four',
  any: { deep: ['four', 4] },
  self: { text: 'four' },
  list: [{ text: 'four' }, { text: 'four' }],
};

const ask = async (max: number, document: string) =>
  withinLength(max, execute)({ schema, document: parse(document), rootValue: root });

it.each([
  ['{ text }', 4],
  ['{ a: text b: text c: text }', 12],
  ['{ self { text } list { text } }', 12],
  ['{ any }', 4],
])('%s has texts of %i characters', async (document, length) => {
  expect((await ask(length, document)).errors).toBeUndefined();
  const { data, errors } = await ask(length - 1, document);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { extensions: { code: 'QUERY_TOO_COSTLY', limit: 'characters', max: length - 1 } },
  ]);
});
