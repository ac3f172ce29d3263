import { buildSchema, type ExecutionArgs, type ExecutionResult, parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { admitted } from './admission.ts';

const execution: ExecutionArgs = { schema: buildSchema('type Query { a: Int }'), document: parse('{ a }') };

const tell = (): void => undefined;

/** Executions that end when they are told to. */
function held(options: { running: number; waiting: number; waitMs?: number }) {
  const ends: (() => void)[] = [];
  const run = admitted({ waitMs: 60_000, tell, ...options }, async () => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return { data: { a: 1 } };
  });
  return { ask: async () => run(execution), ends };
}

afterEach(() => vi.restoreAllMocks());

const codeOf = ({ errors }: ExecutionResult): unknown => errors?.[0]?.extensions['code'];
const turn = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('queries take turns', () => {
  it('so many run, some wait, and the others are told at once to come back', async () => {
    const { ask, ends } = held({ running: 2, waiting: 3 });
    const asked = Array.from({ length: 5 }, ask);
    await turn();
    expect(ends).toHaveLength(2);
    const refused = await ask();
    expect(refused.errors?.[0]?.message).toBe(
      'The server is busy. 2 queries run and 3 wait. Try again in a moment.',
    );
    expect(refused.errors?.[0]?.extensions).toEqual({
      code: 'STORE_UNAVAILABLE',
      retryAfter: 1,
      http: { status: 503, headers: { 'Retry-After': '1' } },
    });
    for (let ended = 0; ended < 5; ended += 1) {
      ends[ended]?.();
      await turn();
    }
    expect((await Promise.all(asked)).map(codeOf)).toEqual(Array(5).fill(undefined));
  });

  it('none begins where the process has used most of its memory', async () => {
    const { ask, ends } = held({ running: 1, waiting: 1 });
    let now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
    const constrained = vi.spyOn(process, 'constrainedMemory').mockReturnValue(process.memoryUsage.rss());
    expect((await ask()).errors).toMatchObject([
      { message: expect.stringContaining('short of memory'), extensions: { code: 'STORE_UNAVAILABLE' } },
    ]);
    constrained.mockReturnValue(0);
    const [later, last] = [ask(), ask()];
    await turn();
    constrained.mockReturnValue(process.memoryUsage.rss());
    ends[0]?.();
    expect(codeOf(await later)).toBeUndefined();
    expect(codeOf(await last)).toBe('STORE_UNAVAILABLE');
    constrained.mockReturnValue(0);
    const after = ask();
    await turn();
    ends[1]?.();
    expect(codeOf(await after)).toBeUndefined();
  });

  it('a place that an error left is free', async () => {
    let runs = 0;
    const run = admitted({ running: 1, waiting: 0, waitMs: 1_000, tell }, async () => {
      runs += 1;
      throw new Error('broken');
    });
    for (let round = 1; round <= 3; round += 1) {
      await expect(run(execution)).rejects.toThrow('broken');
      expect(runs).toBe(round);
    }
  });

  it('what has waited too long does not run any more, and passes its place on', async () => {
    const { ask, ends } = held({ running: 1, waiting: 5, waitMs: 20 });
    const [first, second] = [ask(), ask()];
    await new Promise((resolve) => setTimeout(resolve, 40));
    ends[0]?.();
    expect(codeOf(await first)).toBeUndefined();
    expect(codeOf(await second)).toBe('STORE_UNAVAILABLE');
    const third = ask();
    await turn();
    ends[1]?.();
    expect(codeOf(await third)).toBeUndefined();
  });

  it('where the first has waited longer than queries take, only as many may wait as run', async () => {
    const { ask, ends } = held({ running: 1, waiting: 10 });
    const quick = ask();
    await turn();
    ends[0]?.();
    await quick;
    const asked = [ask(), ask()];
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(codeOf(await ask())).toBe('STORE_UNAVAILABLE');
    ends[1]?.();
    await turn();
    ends[2]?.();
    expect((await Promise.all(asked)).map(codeOf)).toEqual([undefined, undefined]);
  });
});
