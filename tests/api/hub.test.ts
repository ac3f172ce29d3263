import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { beforeAll, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { forEachKindOfStore } from '../support/stores.ts';
import { apiOf } from './ask.ts';

const NEIGHBORS = 100_000;
const BATCH = 10_000;

const firstPage = `{ entity(id: "hub") { degree
  neighborCounts { relationType direction entityType count }
  neighbors(first: 25) { totalCount pageInfo { hasNextPage endCursor } nodes { id name } }
  relations(first: 25, orderBy: TYPE) { totalCount nodes { id claimCount } } } }`;

async function makeHub(store: Store): Promise<void> {
  await store.schema('CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
  await store.write((transaction) => transaction.run(`CREATE (:Entity:Person {id: 'hub', name: 'The hub'})`));
  for (let start = 0; start < NEIGHBORS; start += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, n) => start + n);
    await store.write((transaction) =>
      transaction.run(
        `MATCH (hub:Entity {id: 'hub'})
         UNWIND $rows AS n
         CREATE (hub)-[:MET {id: 'a/c' + toString(n), article: 'a', quote: 'They met.', status: 'reported'}]->
           (:Entity:Person {id: 'e' + toString(n), name: 'Person ' + toString(n)})`,
        { rows },
      ),
    );
  }
}

/** Bytes in use, once what nobody needs is gone. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

forEachKindOfStore((_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await makeHub(store);
  });

  it('a node with 100,000 neighbours gives its first page, exact counts and the next page in flat memory', async () => {
    const api = await apiOf(store);
    const ask = async () => (await api.data(firstPage))['entity'];
    const first = await ask();
    expect(first).toMatchObject({
      degree: NEIGHBORS,
      neighborCounts: [{ relationType: 'MET', entityType: 'Person', count: NEIGHBORS }],
      neighbors: { totalCount: NEIGHBORS, nodes: { length: 25 }, pageInfo: { hasNextPage: true } },
      relations: { totalCount: NEIGHBORS, nodes: { length: 25 } },
    });
    const next = await api.data(
      'query ($after: String) { entity(id: "hub") { neighbors(first: 25, after: $after) { nodes { id } } } }',
      { after: first.neighbors.pageInfo.endCursor },
    );
    const seen = new Set(first.neighbors.nodes.map(({ id }: { id: string }) => id));
    expect(next['entity'].neighbors.nodes.some(({ id }: { id: string }) => seen.has(id))).toBe(false);
    await ask();
    const before = usedHeap();
    for (let times = 0; times < 3; times += 1) expect(await ask()).toEqual(first);
    expect(usedHeap() - before).toBeLessThan(5_000_000);
  });
});
