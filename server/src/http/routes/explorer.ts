import { existsSync } from 'node:fs';
import { join } from 'node:path';

import sirv from 'sirv';

import { answer, refuse } from '../answer.ts';
import type { Route } from '../route.ts';

/**
 * The explorer's built files, listed once at start: a path that is not on the list reaches no file.
 * Files whose name carries their hash are kept by browsers for good; any other page path is the explorer itself.
 */
export function explorerRoute(folder: string): Route {
  const methods = ['GET', 'HEAD'] as const;
  if (!existsSync(join(folder, 'index.html'))) {
    return {
      path: '/*',
      methods,
      access: 'open',
      handle: (_request, response) =>
        answer(response, 503, { type: 'text/html; charset=utf-8', body: notBuilt }),
    };
  }
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return {
    path: '/*',
    methods,
    access: 'open',
    handle: (request, response) =>
      serve(request, response, () =>
        refuse(response, { status: 404, code: 'BAD_REQUEST', message: 'There is no such file.' }),
      ),
  };
}

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Claimgraph: the explorer is not built</title></head>
  <body>
    <h1>The explorer is not built yet</h1>
    <p>Run <code>npm run build</code> in Claimgraph's folder and start the server again.</p>
    <p>The API works without it: <a href="/graphql">/graphql</a>.</p>
  </body>
</html>
`;
