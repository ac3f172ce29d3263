import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { createTransport } from '../../client/src/api/transport.ts';
import { en } from '../../client/src/i18n/en.ts';
import { createExplorer, type Explorer } from '../../client/src/runtime/explorer.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openApp, type TestApp } from '../support/app.ts';

/** An entity with 300 neighbours. */
const hub = `
  CREATE (hub:Entity:Facility {id: 'dfw', name: 'DFW'})
  WITH hub
  UNWIND range(1, 300) AS number
  CREATE (hub)-[:LINKED_TO {id: 'a/link-' + toString(number)}]->
    (:Entity:Place {id: 'place-' + toString(number), name: 'Place ' + toString(number)})`;

let folder: string;
let store: Store;
let app: TestApp;
let explorer: Explorer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-hub-'));
  store = await openEmbeddedStore({ folder });
  await store.write((transaction) => transaction.run(hub));
  app = await openApp({ store });
  explorer = createExplorer({ transport: createTransport(`${app.url}/graphql`), messages: en });
});

afterAll(async () => {
  explorer.close();
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test('a hub comes in pages of 25, best evidence first, none of them twice', async () => {
  const { store: screen, actions } = explorer;
  await actions.add(['dfw']);
  const pill = () => screen.getState().scene.nodes.find(({ id }) => id === 'dfw')?.hiddenNeighbors;
  expect(pill()).toBe(300);
  await actions.expand('dfw');
  expect(screen.getState().truncation).toMatchObject([
    { limit: 'new neighbours', shown: 25, total: 300, orderedBy: 'best evidence first', more: { count: 25 } },
  ]);
  expect(pill()).toBe(275);
  screen.getState().truncation[0]?.more?.fetch();
  await vi.waitFor(() => expect(pill()).toBe(250), { timeout: 10_000 });
  for (let page = 3; page <= 12; page += 1) await actions.expand('dfw');
  const { investigation, truncation, failure } = screen.getState();
  expect({ failure, truncation, pill: pill() }).toEqual({ failure: null, truncation: [], pill: 0 });
  expect(new Set(investigation.entities).size).toBe(301);
  await actions.expand('dfw');
  expect(screen.getState().steps).toHaveLength(13);
  expect(screen.getState().toast?.text).toBe('DFW has no other neighbours to bring in');
});
