import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { refuse } from './answer.ts';
import { boundConnections } from './connections.ts';
import { hostGuard } from './host-guard.ts';
import { limits } from './limits.ts';
import type { Log } from './log.ts';
import { nobody, type Observer } from './observer.ts';
import { answerPreflight, isPreflight, originGuard } from './origin-guard.ts';
import type { Route } from './route.ts';
import { secure } from './security-headers.ts';
import { rememberSockets } from './stop.ts';
import { tokenGuard, type Tokens } from './token-guard.ts';

export interface HttpOptions {
  readonly routes: readonly Route[];
  /** Names, besides those of this machine, under which the server may be asked. */
  readonly hosts: readonly string[];
  /** Origins whose pages may read, besides the server's own. */
  readonly origins: readonly string[];
  readonly tokens: Tokens;
  readonly log: Log;
  readonly observer?: Observer;
}

/** The HTTP server: guards first, then the route. It does not listen yet. */
export function createHttpServer(options: HttpOptions): Server {
  const { routes, hosts, origins, tokens, log, observer = nobody } = options;
  const hostRefusal = hostGuard(hosts);
  const originRefusal = originGuard(origins);
  const judge = tokenGuard(tokens);

  const routeOf = (path: string): Route | undefined => routes.find((candidate) => matches(candidate, path));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(request, response);
    const wrongHost = hostRefusal(request);
    if (wrongHost) return refuse(response, wrongHost);
    const path = pathOf(request);
    const route = routeOf(path);
    if (!route)
      return refuse(response, { status: 404, code: 'BAD_REQUEST', message: 'There is nothing here.' });
    const access = typeof route.access === 'function' ? route.access(request) : route.access;
    const otherOrigin = originRefusal(request, response, access);
    if (otherOrigin) return refuse(response, otherOrigin);
    if (isPreflight(request, response)) return answerPreflight(response, route.methods);
    if (!route.methods.some((method) => method === request.method)) {
      return refuse(response, {
        status: 405,
        code: 'BAD_REQUEST',
        message: `${path} takes ${route.methods.join(', ')}.`,
        headers: { Allow: route.methods.join(', ') },
      });
    }
    const judgment = judge(request, access);
    if (judgment.kind === 'refused') return refuse(response, judgment.refusal);
    await route.handle(request, response, judgment.rights);
  }

  const server = createServer(
    { headersTimeout: limits.headersMs, requestTimeout: limits.requestMs, requireHostHeader: false },
    (request, response) => {
      const began = performance.now();
      response.once('close', () => {
        const route = routeOf(pathOf(request))?.path ?? 'none';
        // As proxies tell it of a client that left before its answer began.
        const status = response.headersSent ? response.statusCode : 499;
        observer.request({ route, status, ms: performance.now() - began });
      });
      handle(request, response).catch((error: unknown) => {
        // Who leaves before the request is whole is no failure, and could fill the log with it.
        if (request.destroyed && !request.complete) return;
        log.error({ err: error, path: pathOf(request) }, 'A request failed unexpectedly');
        if (response.headersSent) response.destroy();
        else answerFailure(response);
      });
    },
  );
  server.timeout = limits.stillMs;
  boundConnections(server, limits.connections);
  rememberSockets(server);
  return server;
}

function pathOf({ url }: IncomingMessage): string {
  return url?.split('?', 1)[0] ?? '/';
}

function matches({ path }: Route, asked: string): boolean {
  return path.endsWith('/*') ? asked.startsWith(path.slice(0, -1)) : asked === path;
}

function answerFailure(response: ServerResponse): void {
  response.writeHead(500, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(
    JSON.stringify({
      errors: [
        {
          message: 'Something went wrong in the server; see its log.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    }),
  );
}
