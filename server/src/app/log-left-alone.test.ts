import { buildSchema, execute, parse } from 'graphql';
import { expect, it } from 'vitest';

import { logLeftAlone } from './log-left-alone.ts';

const schema = buildSchema('type Query { items: [Item!] } type Item { now: Int! later: Int! }');

/** The second item fails while the list is gone through, so that nobody waits for the first any more. */
const items = [
  { now: 1, later: () => Promise.reject(new Error('It failed later.')) },
  {
    now: () => {
      throw new Error('It failed at once.');
    },
  },
];

it('a field that fails behind the answer is logged, and does not end the process', async () => {
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const logged: object[] = [];
  const ignore = (): void => undefined;
  const warn = (fields: object): void => void logged.push(fields);
  logLeftAlone({ debug: ignore, info: ignore, error: ignore, warn });
  try {
    const document = parse('{ items { now later } }');
    const { errors } = await execute({ schema, document, rootValue: { items } });
    expect(errors?.map(({ message }) => message)).toEqual(['It failed at once.']);
    await expect.poll(() => logged).toMatchObject([{ err: { message: 'It failed later.' } }]);
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
  }
});
