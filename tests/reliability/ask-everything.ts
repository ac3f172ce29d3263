import { readdirSync } from 'node:fs';

import { workspace } from '../../server/src/app/workspace.ts';
import { formats } from '../../server/src/export/formats.ts';
import { buildSchema } from '../../server/src/graphql/schema.ts';
import { guide, guideExamples } from '../docs/guide.ts';
import { hostileScripts } from '../loader/hostile-scripts.ts';
import { portArticle } from '../loader/port-article.ts';
import { bearer } from '../support/post.ts';
import type { Random } from './campaign.ts';
import { GraphqlInputs } from './graphql-inputs.ts';
import type { LeakSearch } from './leak-search.ts';
import { rawRequest } from './raw-request.ts';

/** Requests under way at once: fewer than a server takes. */
const together = 6;
/** A stream does not end; what it begins with is enough. */
const patienceMs = 10_000;
const article = '2026-01-28-cia-annex-venezuela';
/** Addresses of documentation, which nobody has. */
const elsewhere = { file: '/nowhere/canary.csv', url: 'http://192.0.2.1/canary' };
const loadScript =
  'mutation ($input: LoadScriptInput!) { loadScript(input: $input) { outcome notices problems { code message hint line } } }';

/** One request, and what it is. */
interface Request {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Tokens {
  readonly read: string;
  readonly write: string;
  readonly wrong: string;
}

/** Asks one server, and shows whatever comes back to the search: status, headers and bodies. */
export class Asker {
  /** Answers by their code, or by their status. */
  readonly seen = new Map<string, number>();
  readonly #url: string;
  readonly #search: LeakSearch;

  constructor(url: string, search: LeakSearch) {
    this.#url = url;
    this.#search = search;
  }

  async all(requests: readonly Request[]): Promise<void> {
    for (let start = 0; start < requests.length; start += together) {
      await Promise.all(requests.slice(start, start + together).map(async (request) => this.#ask(request)));
    }
  }

  async #ask({ path, method = 'GET', headers = {}, body }: Request): Promise<void> {
    const signal = AbortSignal.timeout(
      path.startsWith('/graphql') && body?.includes('subscription') ? 300 : patienceMs,
    );
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method,
        headers,
        signal,
        ...(body === undefined ? {} : { body }),
      });
      const head = `${response.status} ${JSON.stringify([...response.headers])}`;
      await this.#read(response, `${method} ${path}`, head);
    } catch (error) {
      // A connection that ends, or a stream that was left, tells something as well.
      this.#count(error instanceof Error ? error.name : 'nothing', `${method} ${path}`, String(error));
    }
  }

  async #read(response: Response, kind: string, head: string): Promise<void> {
    let text = head;
    try {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString('utf8');
    } finally {
      const [, code = String(response.status)] = /"code":"([A-Z_]+)"/.exec(text) ?? [];
      this.#count(code, kind, text);
    }
  }

  #count(code: string, kind: string, text: string): void {
    this.seen.set(code, (this.seen.get(code) ?? 0) + 1);
    this.#search.lookAsClient(`the answer to ${kind}`, text);
  }

  /** Inputs of the campaign G7. */
  async inputs(random: Random, { rounds, token }: { rounds: number; token: string }): Promise<void> {
    const inputs = new GraphqlInputs(buildSchema({ writable: true }), random);
    for (let round = 0; round < rounds; round += together) {
      await Promise.all(
        Array.from({ length: together }, async () => {
          if (random.below(5) > 0) return this.#ask(question(inputs.body(), token));
          this.#count('raw', 'raw bytes', await rawRequest(this.#url, inputs.raw()));
        }),
      );
    }
  }
}

function question(body: string, token: string | null): Request {
  const asUser = token === null ? {} : bearer(token);
  return {
    path: '/graphql',
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...asUser },
    body,
  };
}

function withVariables(query: string, variables: unknown, token: string | null): Request {
  return question(JSON.stringify({ query, variables }), token);
}

/** Every document of the API's guide, and every one that it shows to fail. */
export function documents(token: string | null): readonly Request[] {
  const failing = [...guide.matchAll(/^\| `[A-Z_]+` \|[^|]*\| `([^`]*\{[^`]*)`/gm)];
  return [
    ...guideExamples.map(({ document, variables }) => withVariables(document, variables, token)),
    ...failing.map(([, document]) => withVariables(document ?? '', {}, token)),
    question('{"query":', token),
    question('[]', token),
    { ...question('query', token), headers: { 'Content-Type': 'text/plain' } },
  ];
}

/** Scripts by the API: one that is right, hundreds that are not. */
export function scripts(token: string): readonly Request[] {
  return [
    portArticle,
    portArticle.replace('has run the port', 'has left the port'),
    'MERGE (',
    ...hostileScripts(elsewhere),
  ].map((cypher, n) => withVariables(loadScript, { input: { name: `2030-05-02-port-${n}`, cypher } }, token));
}

/** Every format, whole and in part, right and wrong. */
export function exportsOf(token: string | null): readonly Request[] {
  const headers = token === null ? {} : bearer(token);
  const queries = [
    '',
    '?raw=1',
    `?article=${article}`,
    '?article=none',
    '?seeds=cia&depth=1',
    '?seeds=cia&filter={',
    '?depth=x',
  ];
  const files = [
    ...formats.map(({ name, extension }) => `${name}.${extension}`),
    'none.txt',
    '..%2f..%2fpackage.json',
  ];
  return files.flatMap((file) => queries.map((query) => ({ path: `/exports/${file}${query}`, headers })));
}

/** Every route and file there is, some that are not, by every method. */
export function paths(token: string | null): readonly Request[] {
  const headers = token === null ? {} : bearer(token);
  const found = readdirSync(workspace().explorer, { recursive: true, encoding: 'utf8' });
  const routes = [
    '/',
    '/graphql',
    '/healthz',
    '/readyz',
    '/metrics',
    '/jobs',
    '/jobs/stop',
    '/none.js',
    '/server.json',
  ];
  const tricks = [
    '/%2e%2e/%2e%2e/package.json',
    '/..%2fserver.json',
    '/%00',
    '/%ff',
    '/assets/..%5c..%5c.env',
    '/.env',
    '/@fs/etc/passwd',
  ];
  const page = { Accept: 'text/html', ...headers };
  return [
    ...[...routes, ...tricks].flatMap((path) =>
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'].map((method) => ({ path, method, headers })),
    ),
    ...[...routes, ...found.map((file) => `/${file}`)].map((path) => ({ path, headers: page })),
  ];
}

/** The right tokens where they do not belong, and wrong ones. The server may not listen to this address afterwards. */
export function misplaced({ read, write, wrong }: Tokens): readonly Request[] {
  const query = '{ statistics { claims } }';
  const search = `?query=${encodeURIComponent(query)}&token=`;
  const places = [read, write, wrong].flatMap((token) => [
    { path: `/graphql${search}${token}` },
    { path: `/none/${token}` },
    { path: `/healthz?token=${token}`, headers: { Cookie: `token=${token}` } },
    {
      path: '/graphql',
      method: 'POST',
      headers: { Authorization: `Basic ${token}` },
      body: JSON.stringify({ query }),
    },
    { path: '/metrics', headers: { 'X-Token': token, Origin: `http://${token}.example` } },
  ]);
  const tries = ['/graphql', '/metrics', '/exports/json.json', '/jobs', '/healthz'].flatMap((path) =>
    ['GET', 'POST'].map((method) => ({ path, method, headers: bearer(wrong) })),
  );
  return [...places, ...tries, ...documents(wrong)];
}
