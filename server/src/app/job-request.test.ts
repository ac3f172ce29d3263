import { expect, it } from 'vitest';

import { parseRequest, parseStop, requestText } from './job-request.ts';

const id = '2c1f0c1e-8d5b-4f57-9d1c-0a3f7f0d6f11';

it('brings a job over whole, with integers that JSON would round', () => {
  const job = {
    kind: 'load',
    scripts: [{ path: 'a.cypher', file: './a.cypher', text: 'RETURN 1; // é', notices: ['a note'] }],
    by: 'ana',
    dryRun: true,
    strict: false,
    parameters: { big: -9_007_199_254_740_993n, list: [1, 0.5, null, true, { name: 'x' }] },
    allow: { delete: true, csvFolder: '/tmp/csv', unreviewed: true },
  } as const;
  expect(parseRequest(JSON.parse(requestText({ id, job })) as object)).toEqual({ id, job });
});

it('names what is wrong with what is no job', () => {
  expect(parseRequest({ id, job: { kind: 'unload', article: 1, by: 'ana', dryRun: false } })).toMatch(
    /^This is no job: job\.article: /,
  );
  expect(parseRequest({ id: 'mine', job: { kind: 'known-entities' } })).toMatch(/^This is no job: id: /);
});

it('reads which job is to be stopped', () => {
  expect(parseStop(JSON.parse(requestText({ id })) as object)).toBe(id);
  expect(parseStop({ id: 7 })).toBeNull();
});
