import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Refusal } from './answer.ts';
import type { Access } from './route.ts';

/**
 * Refuses requests that a page of another origin makes, but for those to read that a page of a listed
 * origin makes: these get the headers with which a browser lets the page have the answer. An origin has to
 * be the very one that is listed, so that neither `null` nor a look-alike ever is.
 */
export function originGuard(
  listed: readonly string[],
): (request: IncomingMessage, response: ServerResponse, access: Access) => Refusal | null {
  const origins = new Set(listed);
  return (request, response, access) => {
    if (access !== 'read' || origins.size === 0) return refuseOtherOrigins(request);
    response.appendHeader('Vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.has(origin)) return refuseOtherOrigins(request);
    response.setHeader('Access-Control-Allow-Origin', origin);
    return null;
  };
}

/** What a browser asks before it sends a listed page's request. */
export function isPreflight({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  return (
    method === 'OPTIONS' &&
    headers['access-control-request-method'] !== undefined &&
    response.hasHeader('Access-Control-Allow-Origin')
  );
}

export function answerPreflight(response: ServerResponse, methods: readonly string[]): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': 'content-type, authorization',
    'Access-Control-Max-Age': '600',
  });
  response.end();
}

/**
 * Browsers name the origin of the page that asks, or say that the request comes from another one; other
 * programs do neither. Following a link to us stays allowed.
 */
function refuseOtherOrigins({ headers, method }: IncomingMessage): Refusal | null {
  const { origin, host } = headers;
  if (origin !== undefined && originHost(origin) !== host?.toLowerCase()) return refusal;
  const followsLink = headers['sec-fetch-mode'] === 'navigate' && (method === 'GET' || method === 'HEAD');
  // Another port of this machine is the same site, and another origin all the same.
  const isForeign = ['cross-site', 'same-site'].includes(headers['sec-fetch-site']?.toString() ?? '');
  return isForeign && !followsLink ? refusal : null;
}

const refusal: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message:
    'Pages of other sites may not use this server. Ask it from its own pages or from a program, or name the origin in CLAIMGRAPH_ORIGINS.',
};

/** Host and port of an origin, as a Host header would say it; null for an opaque or malformed origin. */
function originHost(origin: string): string | null {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
