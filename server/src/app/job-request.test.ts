import { expect, it } from 'vitest';

import { parseRequest, parseStop, requestText } from './job-request.ts';

const id = '2c1f0c1e-8d5b-4f57-9d1c-0a3f7f0d6f11';

/** What arrives of what is sent. */
function received(asked: Parameters<typeof requestText>[0]): ReturnType<typeof parseRequest> {
  return parseRequest(JSON.parse(requestText(asked)) as object);
}

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
  expect(received({ id, job })).toEqual({ id, job });
});

it('names what is wrong with what is no job', () => {
  const noArticle = { kind: 'unload', article: 1, by: 'ana', dryRun: false };
  expect(received({ id, job: noArticle })).toMatch(/^This is no job: job\.article: /);
  expect(received({ id: 'mine', job: { kind: 'known-entities' } })).toMatch(/^This is no job: id: /);
});

it('takes no work of another version, whose jobs may mean something else', () => {
  const sent = JSON.parse(requestText({ id, job: { kind: 'known-entities' } })) as object;
  expect(parseRequest({ ...sent, version: '99.0.0' })).toMatch(/^The server is .* the command is 99\.0\.0\./);
});

it('reads which job is to be stopped', () => {
  expect(parseStop(JSON.parse(requestText({ id })) as object)).toBe(id);
  expect(parseStop({ id: 7 })).toBeNull();
});
