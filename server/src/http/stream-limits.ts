import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Refusal } from './answer.ts';
import { limits } from './limits.ts';

/** Lets a stream in, and counts it until its connection ends; says why where there are too many. */
export type StreamGuard = (request: IncomingMessage, response: ServerResponse) => Refusal | null;

/** Bounds how many answers stay open: each holds a connection for as long as its reader likes. */
export function streamLimits(): StreamGuard {
  const open = new Map<string, number>();
  let total = 0;

  return (request, response) => {
    const address = request.socket.remoteAddress ?? '';
    const own = open.get(address) ?? 0;
    if (total >= limits.streams) return tooMany(limits.streams, 'in all');
    if (own >= limits.streamsPerAddress) return tooMany(limits.streamsPerAddress, 'from one address');
    total += 1;
    open.set(address, own + 1);
    response.once('close', () => {
      total -= 1;
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    return null;
  };
}

function tooMany(max: number, where: string): Refusal {
  return {
    status: 429,
    code: 'LIMIT_EXCEEDED',
    message: `At most ${max} subscriptions may be open ${where}. Close one of them first.`,
    headers: { 'Retry-After': '10' },
  };
}
