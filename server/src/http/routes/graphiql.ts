import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { answer, refuse } from '../answer.ts';
import type { Route } from '../route.ts';

/**
 * Its editor sets styles of its own, so this page may; it shows no data but query results as text, and
 * like the explorer it loads and asks nothing beyond this server.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Claimgraph API</title>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
  </head>
  <body class="no-focus-outline">
    <noscript>The query editor needs JavaScript. The API answers POST requests without it.</noscript>
    <div id="root"></div>
    <script src="/graphiql/workers.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const workers = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '/graphiql/' + label + '.worker.js',
};
`;

const start = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  title: 'Claimgraph API',
  endpoint: '/graphql',
  defaultQuery: '{\\n  statistics {\\n    entities\\n    relations\\n    claims\\n    articles\\n  }\\n}\\n',
});
`;

/** A page to try queries in, made of files that this server holds: nothing comes from elsewhere. */
export function answerGraphiqlPage(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', policy);
  answer(response, 200, { type: 'text/html; charset=utf-8', body: page });
}

/** The files of that page. They are large, so they are read and compressed when the first one is asked for. */
export function graphiqlRoute(): Route {
  let loading: Promise<ReadonlyMap<string, Asset>> | undefined;
  return {
    path: '/graphiql/*',
    methods: ['GET', 'HEAD'],
    access: 'open',
    async handle(request, response) {
      loading ??= loadAssets();
      const assets = await loading;
      const asset = assets.get(request.url?.slice('/graphiql/'.length) ?? '');
      if (!asset)
        return refuse(response, { status: 404, code: 'BAD_REQUEST', message: 'There is no such file.' });
      response.writeHead(200, {
        'Content-Type': asset.type,
        'Content-Encoding': 'gzip',
        'Content-Length': asset.bytes.length,
        'Cache-Control': 'public, max-age=86400',
      });
      response.end(asset.bytes);
    },
  };
}

interface Asset {
  readonly type: string;
  /** Compressed by gzip, which every browser reads. */
  readonly bytes: Buffer;
}

async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const script = 'text/javascript; charset=utf-8';
  return new Map(
    await Promise.all([
      compressed('graphiql.js', { type: script, content: bundle.js }),
      compressed('graphiql.css', { type: 'text/css; charset=utf-8', content: bundle.css }),
      compressed('editorWorkerService.worker.js', { type: script, content: bundle.editorWorkerService }),
      compressed('json.worker.js', { type: script, content: bundle.jsonWorker }),
      compressed('graphql.worker.js', { type: script, content: bundle.graphqlWorker }),
      compressed('workers.js', { type: script, content: workers }),
      compressed('start.js', { type: script, content: start }),
    ]),
  );
}

async function compressed(
  name: string,
  { type, content }: { readonly type: string; readonly content: string },
): Promise<[string, Asset]> {
  return [name, { type, bytes: await promisify(gzip)(content) }];
}
