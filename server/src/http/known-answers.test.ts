import { buildSchema, execute, parse } from 'graphql';
import { expect, it } from 'vitest';

import { withKnownAnswers } from './known-answers.ts';

const schema = buildSchema(
  'type Query { text(n: Int): String fails: String long: String } type Mutation { text: String }',
);

const limits = { questions: 100, maxBytes: 10_000, maxAnswerBytes: 2_000 };

/** Answers from one graph; `asked` counts what was worked out. */
function graph(asOf: () => readonly unknown[] | null) {
  const worked = { asked: 0 };
  const rootValue = {
    text: ({ n = 0 }) => `text ${n}, ${(worked.asked += 1)}`,
    fails: () => {
      worked.asked += 1;
      throw new Error('It broke.');
    },
    long: () => `${(worked.asked += 1)}`.padStart(3_000, '.'),
  };
  const run = withKnownAnswers(limits, execute);
  const ask = async (text: string, variableValues: Record<string, unknown> = {}, operationName?: string) =>
    run({
      schema,
      document: parse(text),
      rootValue,
      variableValues,
      operationName,
      contextValue: { answersAsOf: asOf },
    });
  return { worked, ask };
}

it('works out no more what was asked twice', async () => {
  const { worked, ask } = graph(() => [1]);
  await ask('{ text }');
  const second = await ask('{ text }');
  expect(await ask('{ text }')).toEqual(second);
  expect(worked.asked).toBe(2);
});

it.each([
  ['another text', '{ text # again\n}', {}, undefined],
  ['other variables', 'query A($n: Int) { text(n: $n) } query B { text }', { n: 2 }, 'A'],
  ['another operation', 'query A($n: Int) { text(n: $n) } query B { text }', { n: 1 }, 'B'],
])('takes %s for another question', async (...[, text, variables, operation]) => {
  const { worked, ask } = graph(() => [1]);
  for (let time = 1; time <= 2; time += 1) {
    await ask('{ text }');
    await ask('query A($n: Int) { text(n: $n) } query B { text }', { n: 1 }, 'A');
  }
  await ask(text, variables, operation);
  expect(worked.asked).toBe(5);
});

it('works everything out anew once something has changed', async () => {
  let mark = 1;
  const { worked, ask } = graph(() => [mark, schema]);
  await ask('{ text }');
  await ask('{ text }');
  mark = 2;
  await ask('{ text }');
  mark = 1;
  expect(await ask('{ text }')).toMatchObject({ data: { text: 'text 0, 4' } });
  expect(worked.asked).toBe(4);
});

it('does not keep what changed while it was worked out', async () => {
  let looks = 0;
  const { worked, ask } = graph(() => [(looks += 1)]);
  for (let time = 1; time <= 3; time += 1) await ask('{ text }');
  expect(worked.asked).toBe(3);
});

it.each([
  ['where nobody tells of changes', () => null, '{ text }'],
  ['of what failed', () => [1], '{ fails }'],
  ['that are long', () => [1], '{ long }'],
  ['of mutations', () => [1], 'mutation { text }'],
])('keeps no answers %s', async (_where, asOf, text) => {
  const { worked, ask } = graph(asOf);
  for (let time = 1; time <= 3; time += 1) await ask(text);
  expect(worked.asked).toBe(3);
});

it('forgets what was asked longest ago once there is no more room', async () => {
  const { worked, ask } = graph(() => [1]);
  const query = 'query ($n: Int) { text(n: $n) }';
  for (let n = 0; n < 98; n += 1) await ask(query, { n: n % 49 });
  expect(worked.asked).toBe(98);
  await ask(query, { n: 48 });
  expect(worked.asked).toBe(98);
  // Fewer than a hundred answers of about 105 bytes have room.
  for (let n = 1_000; n < 1_200; n += 1) await ask(query, { n: 1_000 + (n % 100) });
  await ask(query, { n: 0 });
  expect(worked.asked).toBe(299);
});
