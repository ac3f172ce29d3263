import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeEach, describe } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { emptyNeo4j, testNeo4js } from './neo4j.ts';

/** Gives an empty store; it is closed after the test, or after the suite when opened in `beforeAll`. */
export type OpenStore = () => Promise<Store>;

/** One kind of store that tests run on. */
interface StoreKind {
  readonly name: string;
  /** An empty store, and how to leave nothing of it behind. */
  create(): Promise<{ readonly store: Store; readonly release: () => Promise<void> }>;
}

const embedded: StoreKind = {
  name: 'embedded',
  async create() {
    const folder = await mkdtemp(path.join(tmpdir(), 'claimgraph-store-'));
    // Rows of statements without ORDER BY come in random order, as they may anywhere.
    const store = await openEmbeddedStore({ folder, shuffleUnordered: true });
    return {
      store,
      release: async () => {
        await store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

const neo4js: readonly StoreKind[] = testNeo4js().map((server) => ({
  name: server.name,
  async create() {
    await emptyNeo4j(server);
    const store = await openNeo4jStore(server);
    return { store, release: async () => store.close() };
  },
}));

const kinds: readonly StoreKind[] = [embedded, ...neo4js];

type Define = (name: string, open: OpenStore) => void;

/** Defines the same tests for every store of this run: the embedded one always, Neo4j where servers run. */
export function forEachStore(define: Define): void {
  defineFor(kinds, define);
}

/** The same for long tests: the embedded store and one Neo4j, since all its releases get the same messages. */
export function forEachKindOfStore(define: Define): void {
  defineFor(kinds.slice(0, 2), define);
}

/** For what Neo4j alone does; skipped where none runs. */
export function forOneNeo4j(define: Define): void {
  describe.skipIf(neo4js.length === 0)('Neo4j', () => {
    defineFor(neo4js.slice(0, 1), define);
  });
}

function defineFor(some: readonly StoreKind[], define: Define): void {
  describe.each(some)('$name', (kind) => {
    define(kind.name, openerOf(kind));
  });
}

function openerOf(kind: StoreKind): OpenStore {
  let releases: (() => Promise<void>)[] = [];
  let ofSuite = 0;
  const releaseFrom = async (start: number): Promise<void> => {
    const due = releases.slice(start);
    releases = releases.slice(0, start);
    for (const release of due) await release();
  };
  beforeEach(() => {
    ofSuite = releases.length;
  });
  afterEach(async () => releaseFrom(ofSuite));
  afterAll(async () => releaseFrom(0));
  return async () => {
    const { store, release } = await kind.create();
    releases.push(release);
    return store;
  };
}
