import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Refusal } from './answer.ts';
import { limits } from './limits.ts';
import type { Access, Rights } from './route.ts';

/** What whoever asks may have to show; undefined where the server holds no such token. */
export interface Tokens {
  /** Reads. Without it everybody may read. */
  readonly read?: string | undefined;
  /** Writes, and reads as well. */
  readonly write?: string | undefined;
  /** Has the server work for the command line. */
  readonly jobs?: string | undefined;
}

/** What a request may do, or why it may not be answered. */
export type Judgment =
  | { readonly kind: 'allowed'; readonly rights: Rights }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Scope = keyof Tokens;

/**
 * Judges requests by the token that they carry in `Authorization: Bearer ...`, and nowhere else. A wrong
 * one is refused wherever it is sent, and an address that sent ten within a minute has none of its tokens
 * looked at until that minute is over.
 */
export function tokenGuard(tokens: Tokens): (request: IncomingMessage, access: Access) => Judgment {
  const ofApi = digestsOf(tokens, ['read', 'write']);
  const ofJobs = digestsOf(tokens, ['jobs']);
  const failures = new Map<string, number>();
  let minuteBegan = performance.now();

  return (request, access) => {
    const held = access === 'jobs' ? ofJobs : ofApi;
    const given = bearerOf(request);
    let scope: Scope | null = null;
    if (given !== undefined && held.length > 0) {
      if (performance.now() - minuteBegan > 60_000) {
        failures.clear();
        minuteBegan = performance.now();
      }
      const address = request.socket.remoteAddress ?? '';
      const before = failures.get(address) ?? 0;
      if (before >= limits.wrongTokensPerMinute) return refused(tooManyTries);
      scope = scopeOf(given, held);
      if (scope === null) {
        failures.set(address, before + 1);
        return refused(unauthenticated(access));
      }
    }
    const rights = {
      read: tokens.read === undefined || scope === 'read' || scope === 'write',
      write: scope === 'write',
      recognised: scope !== null,
    };
    const mayAsk = { open: true, read: rights.read, jobs: scope === 'jobs' };
    return mayAsk[access] ? { kind: 'allowed', rights } : refused(unauthenticated(access));
  };
}

interface HeldToken {
  readonly scope: Scope;
  readonly digest: Buffer;
}

function digestsOf(tokens: Tokens, scopes: readonly Scope[]): readonly HeldToken[] {
  return scopes.flatMap((scope) => {
    const token = tokens[scope];
    return token === undefined ? [] : [{ scope, digest: digestOf(token) }];
  });
}

/** Of digests, so that neither length nor a common beginning shows in the time that it takes; and of all. */
function scopeOf(given: string, held: readonly HeldToken[]): Scope | null {
  const digest = digestOf(given);
  const matching = held.filter((one) => timingSafeEqual(one.digest, digest));
  return matching[0]?.scope ?? null;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A proxy's login may come along in the same header, in another scheme. */
function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^bearer +(\S.*)$/i.exec(headers.authorization ?? '')?.[1];
}

function refused(refusal: Refusal): Judgment {
  return { kind: 'refused', refusal };
}

function unauthenticated(access: Access): Refusal {
  return {
    status: 401,
    code: 'UNAUTHENTICATED',
    message:
      access === 'jobs'
        ? 'This takes the token that the server wrote beside its graph, in the file server.json of the data folder.'
        : 'This server asks for a token: send the one for reading or for writing as Authorization: Bearer TOKEN.',
    headers: { 'WWW-Authenticate': 'Bearer', Connection: 'close' },
  };
}

const tooManyTries: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'Too many wrong tokens came from this address. Wait a minute.',
  headers: { 'Retry-After': '60', Connection: 'close' },
};
