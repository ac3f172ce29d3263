import type { IncomingMessage } from 'node:http';

import type { Refusal } from './answer.ts';

/**
 * Refuses requests that a page of another origin makes. Browsers name the page's origin, or say that
 * the request crosses sites; other programs send neither. Following a link to us stays allowed.
 */
export function refuseOtherOrigins({ headers, method }: IncomingMessage): Refusal | null {
  const { origin, host } = headers;
  if (origin !== undefined && originHost(origin) !== host?.toLowerCase()) return refusal;
  const followsLink = headers['sec-fetch-mode'] === 'navigate' && (method === 'GET' || method === 'HEAD');
  return headers['sec-fetch-site'] === 'cross-site' && !followsLink ? refusal : null;
}

const refusal: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'Pages of other sites may not use this server. Ask it from its own pages or from a program.',
};

/** Host and port of an origin, as a Host header would say it; null for an opaque or malformed origin. */
function originHost(origin: string): string | null {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
