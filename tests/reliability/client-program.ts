import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { openStore } from '../../server/src/app/stores.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { Found } from './history-checker.ts';
import { load, schemaScript, versionScript } from './versions.ts';

// Run as a process of its own: does what several clients ask for, at the same time, until it is killed.

export type ClientWork =
  | { readonly kind: 'prepare' | 'read' }
  | { readonly kind: 'set' | 'upsert'; readonly value: number }
  | { readonly kind: 'replace'; readonly client: number; readonly value: number };

export interface ClientRequest {
  readonly id: number;
  readonly work: ClientWork;
}

/** To each request; to none, with the id 0, when the store is open. */
export interface ClientReply {
  readonly id: number;
  /** False if it failed. */
  readonly ok: boolean;
  readonly found?: Found;
}

const clients = 8;

function articleOf(client: number): string {
  return `2030-07-0${client + 1}-client`;
}

const store = await openStore(JSON.parse(process.env['CLAIMGRAPH_TEST_WORKER'] ?? '') as StoreSettings);
say({ id: 0, ok: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { id, work } = JSON.parse(line) as ClientRequest;
  // Not awaited: the clients do not wait for each other.
  void answer(work).then(
    (found) => say({ id, ok: true, ...(found ? { found } : {}) }),
    () => say({ id, ok: false }),
  );
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function say(reply: ClientReply): void {
  writeSync(1, `${JSON.stringify(reply)}\n`);
}

async function answer(request: ClientWork): Promise<Found | undefined> {
  switch (request.kind) {
    case 'prepare':
      await load(store, schemaScript);
      return undefined;
    case 'set':
      await write(store, 'MERGE (:Element {value: $value})', request.value);
      return undefined;
    case 'upsert':
      await write(store, "MERGE (:Entity {id: 'left'}) MERGE (:Entity {id: 'right'})", request.value);
      await write(
        store,
        `MATCH (a:Entity {id: 'left'}), (b:Entity {id: 'right'})
         MERGE (a)-[r:UPSERTED {value: $value}]->(b)`,
        request.value,
      );
      return undefined;
    case 'replace': {
      const { complete } = await load(store, versionScript(request.value, articleOf(request.client)));
      if (!complete) throw new Error('refused');
      return undefined;
    }
    case 'read':
      return read();
  }
}

async function write(to: Store, cypher: string, value: number): Promise<void> {
  await to.write(async (transaction) => transaction.run(cypher, { value }));
}

async function read(): Promise<Found> {
  return store.read(async (transaction) => {
    const numbers = async (cypher: string): Promise<readonly number[]> =>
      (await transaction.run(cypher)).rows.map(({ value }) => Number(value));
    const titles = await transaction.run(
      'MATCH (a:Article) WHERE a.title IS NOT NULL RETURN a.id AS id, a.title AS title',
    );
    const versions = new Map(
      titles.rows.map(({ id, title }) => [textIn(id), Number(/\d+$/u.exec(textIn(title))?.[0])]),
    );
    return {
      elements: await numbers('MATCH (e:Element) RETURN e.value AS value'),
      upserts: await numbers('MATCH ()-[r:UPSERTED]->() RETURN r.value AS value'),
      versions: Array.from({ length: clients }, (_, client) => versions.get(articleOf(client)) ?? 0),
    };
  });
}
