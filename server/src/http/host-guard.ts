import type { IncomingMessage } from 'node:http';

import type { Refusal } from './answer.ts';

/** Names that always mean this machine. */
const localNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests for any other name than ours. A page of another site can have its own name point to
 * 127.0.0.1 (DNS rebinding) and would then read the graph as if it came from here; its Host header tells.
 */
export function hostGuard(names: readonly string[]): (request: IncomingMessage) => Refusal | null {
  const served = new Set([...localNames, ...names.map((name) => name.toLowerCase())]);
  return (request) => (served.has(hostName(request)) && request.url?.startsWith('/') ? null : refusal);
}

const refusal: Refusal = {
  status: 421,
  code: 'BAD_REQUEST',
  message:
    'This host name is not served here. Open the server as localhost, or name the host in CLAIMGRAPH_HOSTS.',
};

/** The name in the Host header without its port; empty when it is missing, sent twice or malformed. */
function hostName({ headers, rawHeaders }: IncomingMessage): string {
  const sent = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (sent !== 1) return '';
  const [, name = ''] = /^(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(headers.host ?? '') ?? [];
  return name.toLowerCase();
}
