import { once } from 'node:events';

import { afterEach, describe, expect, it } from 'vitest';

import { formats } from '../../server/src/export/formats.ts';
import { passingOn } from '../../server/src/store/passing-on.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store, TransactionOptions } from '../../server/src/store/store.ts';
import { anyGraph } from '../export/any-graph.ts';
import { exported } from '../export/exported.ts';
import { fillHostile, python, readHostile } from '../export/hostile.ts';
import { examples, loadExample } from '../loader/examples/examples.ts';
import { openApp, quietLog, type TestApp, type TestAppOptions } from '../support/app.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore } from '../support/stores.ts';

const article = '2026-01-28-cia-annex-venezuela';

/** What the first store gave. */
const files = new Map<string, string>();

let apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
});

async function serving(options: TestAppOptions): Promise<TestApp> {
  const app = await openApp(options);
  apps.push(app);
  return app;
}

interface Link {
  readonly format: string;
  readonly mediaType: string;
  readonly href: string;
}

interface File {
  readonly nodes: readonly { readonly id: string; readonly labels: readonly string[] }[];
  readonly edges: readonly { readonly type: string; readonly properties: { readonly id?: string } }[];
}

async function fileAt(app: TestApp, links: readonly Link[], format = 'json'): Promise<File> {
  const link = links.find((candidate) => candidate.format === format);
  const response = await fetch(`${app.url}${link?.href}`);
  expect(response.status).toBe(200);
  return (await response.json()) as File;
}

async function refusal(app: TestApp, path: string): Promise<{ status: number; message: string }> {
  const response = await fetch(`${app.url}${path}`);
  const { errors } = (await response.json()) as { errors: readonly { message: string }[] };
  return { status: response.status, message: errors.map(({ message }) => message).join() };
}

forEachKindOfStore((_name, open) => {
  it('gives the whole graph and an article in every format, as files and never as pages', async () => {
    const store = await openLoadedStore(open);
    const app = await serving({ store });
    const { data } = await app.query(
      `{ exports { format mediaType href } article(id: "${article}") { exports { format mediaType href } } }`,
    );
    const { exports: whole, article: one } = data as { exports: Link[]; article: { exports: Link[] } };
    expect(whole.map(({ format }) => format)).toEqual(formats.map(({ name }) => name));
    for (const { format, mediaType, href } of [...whole, ...one.exports]) {
      const response = await fetch(`${app.url}${href}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(mediaType);
      expect(mediaType).not.toMatch(/html|svg|javascript|text\/xml/u);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="claimgraph[a-z0-9-]*\.[a-z]+"$/u,
      );
      const wanted = href.includes('?') ? { article } : {};
      expect(await response.text()).toBe(await exported(store, format, wanted));
    }
  });

  it('gives what a subgraph shows, with the articles and speakers of its claims', async () => {
    const app = await serving({ store: await openLoadedStore(open) });
    const { data, errors } = await app.query(`{
      subgraph(seeds: ["cia", "venezuela"], depth: 1, maxNodes: 12, maxRelations: 100, filter: { statuses: [ASSERTED, REPORTED] }) {
        nodes { id }
        relations { claims { nodes { id attributedTo { id } } } }
        exports { format mediaType href }
      }
    }`);
    expect(errors).toBeUndefined();
    const { subgraph } = data as {
      subgraph: {
        nodes: { id: string }[];
        relations: { claims: { nodes: { id: string; attributedTo: { id: string }[] }[] } }[];
        exports: Link[];
      };
    };
    const claims = subgraph.relations.flatMap(({ claims: { nodes } }) => nodes);
    const { nodes, edges } = await fileAt(app, subgraph.exports);
    expect(claims.length).toBeGreaterThan(3);
    expect(edges.map(({ properties }) => properties.id ?? '').toSorted()).toEqual(
      claims.map(({ id }) => id).toSorted(),
    );
    const speakers = claims.flatMap(({ attributedTo }) => attributedTo.map(({ id }) => id));
    const entities = new Set([...subgraph.nodes.map(({ id }) => id), ...speakers]);
    const isArticle = ({ labels }: File['nodes'][number]): boolean => labels.includes('Article');
    expect(
      nodes
        .filter((node) => !isArticle(node))
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...entities].toSorted());
    expect(nodes.filter(isArticle).map(({ id }) => id)).toContain(article);
    for (const { href } of subgraph.exports) expect((await fetch(`${app.url}${href}`)).status).toBe(200);
  });

  it('gives a subgraph of a graph that nobody described', async () => {
    const store = await open();
    await store.write(async (transaction) => {
      for (const statement of anyGraph.split(';\n').filter((part) => part.trim() !== ''))
        await transaction.run(statement);
    });
    const app = await serving({ store });
    const { data } = await app.query('{ search(query: "hub") { nodes { ... on Entity { id } } } }');
    const [{ id } = { id: '' }] = (data as { search: { nodes: { id: string }[] } }).search.nodes;
    const grown = await app.query(
      'query ($id: ID!) { subgraph(seeds: [$id]) { exports { format mediaType href } } }',
      { id },
    );
    const { subgraph } = grown.data as { subgraph: { exports: Link[] } };
    const { nodes, edges } = await fileAt(app, subgraph.exports);
    expect(nodes.map(({ labels }) => labels[0])).toEqual(['Hub', 'Leaf', 'Leaf', 'Leaf', 'Leaf']);
    expect(edges.map(({ type }) => type)).toEqual(['HAS', 'HAS', 'HAS', 'HAS']);
  });

  it.each(['movies', 'northwind'])(
    'gives the graph of %s in every format, the same from every store',
    async (name) => {
      const store = await open();
      const example = examples.find((one) => one.name === name);
      expect(await loadExample(store, { name, ...example })).toMatchObject({ complete: true });
      const app = await serving({ store });
      const { data } = await app.query(
        '{ entities(first: 1, orderBy: DEGREE) { nodes { id } } exports { format mediaType href } }',
      );
      const { entities, exports: whole } = data as { entities: { nodes: { id: string }[] }; exports: Link[] };
      const grown = await app.query(
        'query ($id: ID!) { subgraph(seeds: [$id], depth: 1) { relations { id } exports { format mediaType href } } }',
        { id: entities.nodes[0]?.id },
      );
      const { subgraph } = grown.data as { subgraph: { relations: unknown[]; exports: Link[] } };
      for (const { format, href } of [...whole, ...subgraph.exports]) {
        const response = await fetch(`${app.url}${href}`);
        expect(response.status).toBe(200);
        const text = await response.text();
        const key = `${name} ${href.includes('?') ? 'part' : 'whole'} ${format}`;
        if (!files.has(key)) files.set(key, text);
        expect(text).toBe(files.get(key));
        expect(text.length).toBeGreaterThan(100);
      }
      expect((await fileAt(app, subgraph.exports)).edges.length).toBeGreaterThanOrEqual(
        subgraph.relations.length,
      );
    },
  );

  it.skipIf(python === null)('lets no text of the graph run, or end where it stands', async () => {
    const store = await open();
    await fillHostile(store);
    const app = await serving({ store });
    const fetched = async (format: string): Promise<string> => {
      const extension = formats.find(({ name }) => name === format)?.extension;
      return (await fetch(`${app.url}/exports/${format}.${extension}`)).text();
    };
    await expect(readHostile(fetched)).resolves.toBeUndefined();
    const raw = await (await fetch(`${app.url}/exports/csv.csv?raw=1`)).text();
    expect(raw).toContain(`,=cmd|' /C calc'!A0`);
  });
});

describe('what cannot be exported', () => {
  it.each([
    ['/exports/pdf.pdf', 404, /^There is no such export\. Known: cypher\.cypher, json\.json, csv\.csv, /u],
    ['/exports/json.csv', 404, /^There is no such export/u],
    ['/exports/json.json?article=none', 404, 'There is no article of this id in the graph.'],
    ['/exports/json.json?seed=cia', 400, /^There is no parameter "seed"\. Known: article, seeds, /u],
    ['/exports/json.json?depth=1', 400, 'depth needs seeds from which the subgraph grows.'],
    ['/exports/json.json?seeds=cia&depth=-1', 400, 'depth is "-1". Give a whole number.'],
    ['/exports/json.json?seeds=cia&depth=1&depth=2', 400, 'depth is given twice.'],
    ['/exports/json.json?seeds=cia&depth=9', 400, /^depth is 9, and at most 4 is allowed/u],
    ['/exports/json.json?seeds=cia&filter=%7B', 400, /^filter is not valid JSON/u],
    ['/exports/json.json?seeds=cia&filter={"statuses":["x"]}', 400, /"x" does not exist in "ClaimStatus"/u],
    ['/exports/json.json?seeds=cia&filter={"no":1}', 400, /Field "no" is not defined/u],
    ['/exports/json.json?seeds=cia&filter=7', 400, /Expected type "ClaimFilter" to be an object/u],
    [`/exports/json.json?article=${article}&seeds=cia`, 400, 'Give either article or seeds, not both.'],
    ['/exports/csv.csv?raw=yes', 400, 'raw is "yes". Give 1, or leave it out.'],
  ])('%s is refused in one sentence', async (path, status, message) => {
    const app = apps[0] ?? (await serving({}));
    const refused = await refusal(app, path);
    expect(refused.status).toBe(status);
    expect(refused.message).toMatch(message);
  });

  it('takes nothing but GET and HEAD, and tells HEAD what GET would', async () => {
    const app = await serving({});
    const posted = await fetch(`${app.url}/exports/json.json`, { method: 'POST' });
    expect(posted.status).toBe(405);
    const head = await fetch(`${app.url}/exports/json.json`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json']);
  });

  it('needs the token of the API where there is one', async () => {
    const token = 'a-token-of-more-than-thirty-two-letters';
    const app = await serving({ settings: { CLAIMGRAPH_READ_TOKEN: token } });
    expect((await fetch(`${app.url}/exports/json.json`)).status).toBe(401);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${app.url}/exports/json.json`, { headers })).status).toBe(200);
    const otherSite = { ...headers, Origin: 'http://evil.example' };
    expect((await fetch(`${app.url}/exports/json.json`, { headers: otherSite })).status).toBe(403);
  });

  it('says when a link would be longer than proxies take', async () => {
    const app = await serving({});
    const seeds = Array.from({ length: 900 }, (_, index) => `nobody-${index}`);
    const { errors } = await app.query(
      'query ($seeds: [ID!]!) { subgraph(seeds: $seeds) { exports { href } } }',
      { seeds },
    );
    expect(errors?.[0]?.message).toMatch(/^length of an export link is \d+, and at most 8000 is allowed/u);
  });
});

describe('while an export runs', () => {
  /** A store with a large graph, on which reads of relations do as the test says. */
  async function hindered(
    open: () => Promise<Store>,
    hinder: (options: TransactionOptions | undefined) => Promise<void>,
  ): Promise<Store> {
    const store = await openLoadedStore(open);
    await store.write((transaction) =>
      transaction.run(
        `UNWIND range(1, $count) AS i CREATE (:Entity:Topic {id: 'topic-' + toString(i), name: $name})`,
        {
          count: 2_000,
          name: 'A name that is long enough to fill more than what is sent at once',
        },
      ),
    );
    return {
      ...passingOn(store),
      read: async (work, options) =>
        store.read(async (transaction) => {
          const run: typeof transaction.run = async (cypher, parameters) => {
            if (cypher.includes('properties(r)')) await hinder(options);
            return transaction.run(cypher, parameters);
          };
          return work({ run, vet: async (...given) => transaction.vet(...given) });
        }, options),
    };
  }

  forEachKindOfStore((_name, open) => {
    it('breaks the connection when the store fails, so that no part is taken for the whole', async () => {
      const store = await hindered(open, async () => {
        throw new StoreError({ code: 'FAILED', message: 'The disk is gone.' });
      });
      const app = await serving({ store, log: quietLog });
      for (const file of ['json.json', 'cypher.cypher', 'jsonld.jsonld']) {
        const response = await fetch(`${app.url}/exports/${file}`);
        expect(response.status).toBe(200);
        await expect(response.text()).rejects.toThrow('terminated');
      }
      // Of these nothing was sent yet.
      const early = ['graphml.graphml', `json.json?article=${article}`];
      for (const file of early) {
        const { status, message } = await refusal(app, `/exports/${file}`);
        expect([status, message]).toEqual([500, expect.not.stringContaining('disk')]);
      }
    });

    it('lets two in at once, and stops reading when a reader leaves', async () => {
      const signals: AbortSignal[] = [];
      const store = await hindered(open, async (options) => {
        if (options?.signal === undefined) return;
        signals.push(options.signal);
        await once(options.signal, 'abort');
      });
      const app = await serving({ store, log: quietLog });
      const read = async (): Promise<{ status: number; retry: string | null; leave: () => void }> => {
        const leaving = new AbortController();
        const response = await fetch(`${app.url}/exports/json.json`, { signal: leaving.signal });
        const retry = response.headers.get('retry-after');
        return { status: response.status, retry, leave: () => leaving.abort() };
      };
      const readers = [await read(), await read()];
      expect(readers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await read()).toMatchObject({ status: 503, retry: '10' });
      await expect.poll(() => signals.length).toBe(2);
      for (const { leave } of readers) leave();
      await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([true, true]);
      const next = await read();
      expect(next.status).toBe(200);
      next.leave();
    });
  });
});
