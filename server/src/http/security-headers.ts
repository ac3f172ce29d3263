import type { IncomingMessage, ServerResponse } from 'node:http';

import helmet from 'helmet';

/**
 * What the explorer's page may do: load its own files, talk to its own server, and nothing else. No
 * inline script or style, no other host, no frame, no string made into script or markup.
 */
const explorerPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // The explorer's own, which lets its workers start; no later script can add a laxer one.
  'trusted-types': ['default'],
};

const setHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: explorerPolicy },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  // The server speaks plain HTTP to this machine; whoever puts TLS before it promises TLS there.
  strictTransportSecurity: false,
});

/** Sets the headers that every answer carries. */
export function secure(request: IncomingMessage, response: ServerResponse): void {
  setHeaders(request, response, (error) => {
    if (error instanceof Error) throw error;
  });
}
