import type { IncomingMessage } from 'node:http';

import { beforeEach, expect, it, vi } from 'vitest';

import type { Access } from './route.ts';
import { tokenGuard } from './token-guard.ts';

const compared = vi.hoisted((): [number, number][] => []);
vi.mock(import('node:crypto'), async (load) => {
  const crypto = await load();
  return {
    ...crypto,
    timingSafeEqual: (a, b) => {
      compared.push([a.byteLength, b.byteLength]);
      return crypto.timingSafeEqual(a, b);
    },
  };
});

const tokens = {
  read: 'read-read-read-read-read',
  write: 'write-write-write-write-',
  jobs: 'jobs-jobs-jobs-jobs-jobs',
};

beforeEach(() => compared.splice(0));

function requestWith(authorization?: string): IncomingMessage {
  return { headers: { authorization }, socket: { remoteAddress: '127.0.0.1' } } as IncomingMessage;
}

function outcome(authorization: string | undefined, access: Access): unknown {
  const judgment = tokenGuard(tokens)(requestWith(authorization), access);
  return judgment.kind === 'refused' ? judgment.refusal.status : judgment.rights;
}

it.each([
  ['the first', tokens.read],
  ['the second', tokens.write],
  ['none of them', 'x'.repeat(24)],
  ['a shorter one', 'r'],
  ['a longer one', `${tokens.read}${'x'.repeat(1_000)}`],
  ['one that begins right', `${tokens.read.slice(0, -1)}x`],
])('compares digests of one length with every token that is held, whichever was sent: %s', (_name, token) => {
  tokenGuard(tokens)(requestWith(`Bearer ${token}`), 'read');
  expect(compared).toEqual([
    [32, 32],
    [32, 32],
  ]);
});

it.each<[string, string | undefined, Access, unknown]>([
  ['no token', undefined, 'open', { read: false, write: false, recognised: false }],
  ['no token', undefined, 'read', 401],
  ['no token', undefined, 'jobs', 401],
  ['the read token', `Bearer ${tokens.read}`, 'open', { read: true, write: false, recognised: true }],
  ['the read token', `Bearer ${tokens.read}`, 'read', { read: true, write: false, recognised: true }],
  ['the read token', `Bearer ${tokens.read}`, 'jobs', 401],
  ['the write token', `bearer  ${tokens.write}`, 'read', { read: true, write: true, recognised: true }],
  ['the write token', `Bearer ${tokens.write}`, 'jobs', 401],
  ['the token for jobs', `Bearer ${tokens.jobs}`, 'read', 401],
  ['the token for jobs', `Bearer ${tokens.jobs}`, 'jobs', { read: false, write: false, recognised: true }],
  ['two in one', `Bearer ${tokens.read}, Bearer ${tokens.write}`, 'read', 401],
])('with %s (%s) at what is %s', (...[, authorization, access, expected]) => {
  expect(outcome(authorization, access)).toEqual(expected);
});
