import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Refusal } from './answer.ts';
import { limits } from './limits.ts';

/**
 * Lets requests through that carry a token in `Authorization: Bearer ...`, and nowhere else. An address
 * that gave ten wrong ones within a minute is not listened to until that minute is over.
 */
export function tokenGuard(token: string): (request: IncomingMessage) => Refusal | null {
  const expected = digestOf(token);
  const failures = new Map<string, number>();
  let minuteBegan = performance.now();

  return (request) => {
    if (performance.now() - minuteBegan > 60_000) {
      failures.clear();
      minuteBegan = performance.now();
    }
    const address = request.socket.remoteAddress ?? '';
    const before = failures.get(address) ?? 0;
    if (before >= limits.wrongTokensPerMinute) return tooManyTries;
    const [, given] = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
    // Of digests, so that neither length nor a common beginning shows in the time that it takes.
    if (given !== undefined && timingSafeEqual(digestOf(given), expected)) return null;
    failures.set(address, before + 1);
    return wrongToken;
  };
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const wrongToken: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message:
    'This takes the token that the server wrote beside its graph, in the file server.json of the data folder.',
  headers: { 'WWW-Authenticate': 'Bearer', Connection: 'close' },
};

const tooManyTries: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'Too many wrong tokens came from this address. Wait a minute.',
  headers: { 'Retry-After': '60', Connection: 'close' },
};
