import { buildSchema, type ExecutionArgs, GraphQLError, parse } from 'graphql';
import { expect, it } from 'vitest';

import { withinBudget } from './budget.ts';

const schema = buildSchema('type Query { a: Int }');
const from = (remoteAddress: string): ExecutionArgs => ({
  schema,
  document: parse('{ a }'),
  contextValue: { req: { socket: { remoteAddress } } },
});
const run = withinBudget(10, () => ({ data: { a: 1 }, extensions: { cost: { actual: 4 } } }));

it('an address is served until its points are used, and told when it may come back', async () => {
  for (let n = 0; n < 2; n += 1) expect((await run(from('192.0.2.1'))).errors).toBeUndefined();
  const [error] = (await run(from('192.0.2.1'))).errors ?? [];
  expect(error?.message).toContain('has used the 10 points');
  expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', max: 10, http: { status: 429 } });
  expect(error?.extensions['retryAfter']).toBeLessThanOrEqual(60);
  expect((await run(from('192.0.2.2'))).errors).toBeUndefined();
});

it.each(['DEADLINE_EXCEEDED', 'CANCELLED'])(
  'what ends with %s takes what it might have cost',
  async (code) => {
    const cutOff = withinBudget(10, () => ({
      errors: [new GraphQLError('It was given up.', { extensions: { code } })],
      extensions: { cost: { requested: 9, actual: 0 } },
    }));
    await cutOff(from('192.0.2.1'));
    expect((await cutOff(from('192.0.2.1'))).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  },
);

it('what was refused before it began takes a point', async () => {
  const refused = withinBudget(10, () => ({
    errors: [new GraphQLError('Too costly.', { extensions: { code: 'QUERY_TOO_COSTLY' } })],
    extensions: { cost: { requested: 1_000_000, actual: 0 } },
  }));
  for (let n = 0; n < 10; n += 1) {
    expect((await refused(from('192.0.2.1'))).errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COSTLY');
  }
  expect((await refused(from('192.0.2.1'))).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'this machine itself, as %s, has no budget',
  async (address) => {
    for (let n = 0; n < 10; n += 1) expect((await run(from(address))).errors).toBeUndefined();
  },
);
