import type { ServerResponse } from 'node:http';

import { GraphQLError } from 'graphql';

import { limits } from './limits.ts';

/** Lets a stream in, and counts it until its connection ends; says why where there are too many. */
export type StreamGuard = (response: ServerResponse) => GraphQLError | null;

/** Bounds how many answers stay open, and tells how many do: each holds a connection for as long as its reader likes. */
export function streamLimits(tell: (open: number) => void): StreamGuard {
  const open = new Map<string, number>();
  let total = 0;

  return (response) => {
    // It would never be taken off the count.
    if (response.destroyed) return null;
    const address = response.req.socket.remoteAddress ?? '';
    const own = open.get(address) ?? 0;
    if (total >= limits.streams) return tooMany(limits.streams, 'in all');
    if (own >= limits.streamsPerAddress) return tooMany(limits.streamsPerAddress, 'from one address');
    total += 1;
    tell(total);
    open.set(address, own + 1);
    response.once('close', () => {
      total -= 1;
      tell(total);
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    return null;
  };
}

function tooMany(max: number, where: string): GraphQLError {
  return new GraphQLError(`At most ${max} subscriptions may be open ${where}. Close one of them first.`, {
    extensions: { code: 'LIMIT_EXCEEDED', http: { status: 429, headers: { 'Retry-After': '10' } } },
  });
}
