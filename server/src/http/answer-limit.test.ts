import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { expect, it } from 'vitest';

import { countObjects, withinObjects } from './answer-limit.ts';

let found = 0;
const manyOf = async (_: unknown, { of }: { of: number }): Promise<readonly object[]> => {
  found += of;
  return Array.from({ length: of }, () => ({ self: {} }));
};
const schema = makeExecutableSchema({
  typeDefs: 'type Query { self: Query  many(of: Int!): [Query!]!  name: String }',
  resolvers: { Query: { many: manyOf } },
});
countObjects(schema);
const run = withinObjects(110, execute);
const limit: Plugin = { onExecute: ({ setExecuteFn }) => setExecuteFn(run) };
const yoga = createYoga({ schema, logging: false, plugins: [limit] });

async function ask(query: string) {
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: readonly { extensions: unknown }[] };
}

/** As many objects as `of` by itself, as many single ones in them, and that often as many again. */
const squared = (of: number): string => `{ many(of: ${of}) { self { many(of: ${of}) { name } } } }`;

it('lets answers pass that hold as many objects as they may, one after the other', async () => {
  for (const answer of [await ask(squared(9)), await ask(squared(9))]) {
    expect(answer).toMatchObject({ data: { many: { length: 9 } } });
    expect(answer.errors).toBeUndefined();
  }
});

it('ends a query that finds more, and looks no further', async () => {
  const { data, errors } = await ask(squared(10));
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 'objects', max: 110 } }]);
  found = 0;
  await ask(`{ many(of: 100) { self { many(of: 100) { many(of: 100) { name } } } } }`);
  expect(found).toBeLessThan(100 * 100);
});

it('does not count what the schema says of itself', async () => {
  const fields = 'fields { name type { name } args { name } }';
  const types = Array.from({ length: 8 }, (_, n) => `a${n}: types { name ${fields} }`).join(' ');
  expect((await ask(`{ __schema { ${types} } }`)).errors).toBeUndefined();
});
