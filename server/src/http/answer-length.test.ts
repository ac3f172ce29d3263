import { EventEmitter } from 'node:events';

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

async function ask(max: number, document: string) {
  const run = withinLength({ max, maxUntaken: 0 }, execute);
  return run({ schema, document: parse(document), rootValue: root, contextValue: {} });
}

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

it('while clients do not read their answers, there are no more of them', async () => {
  const run = withinLength({ max: 100, maxUntaken: 10 }, execute);
  const document = parse('{ text }');
  const answerTo = async (res: EventEmitter) =>
    run({ schema, document, rootValue: root, contextValue: { res } });
  const [first, second, third] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  expect((await answerTo(first)).errors).toBeUndefined();
  expect((await answerTo(second)).errors).toBeUndefined();
  expect((await answerTo(third)).errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
  first.emit('close');
  expect((await answerTo(third)).errors).toBeUndefined();
});
