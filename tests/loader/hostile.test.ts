import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Permissions } from '../../server/src/loader/load-options.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { hostileScripts, readingScripts } from './hostile-scripts.ts';
import { scriptNamed, vocabulary } from './port-article.ts';

const secret = 'canary-b7e1';
let folder = '';
let server: Server;
let reached = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-canary-'));
  await writeFile(join(folder, 'canary.csv'), `${secret}\n`);
  server = createServer((_request, response) => {
    reached += 1;
    response.end(secret);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const canaries = (): { file: string; url: string } => ({
  file: join(folder, 'canary.csv'),
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/canary`,
});

/** The scripts that were not refused; whatever came of them. */
async function letThrough(
  store: Store,
  scripts: readonly string[],
  allow: Permissions = {},
): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const text of scripts) {
    const options = { vocabulary, by: 'tester', allow };
    const report = await loadScripts(store, [scriptNamed('hostile.cypher', text)], options);
    if (report.scripts[0]?.outcome !== 'failed' || JSON.stringify(report).includes(secret)) passed.push(text);
  }
  return passed;
}

forEachStore((_name, open) => {
  it('refuses hundreds of hostile scripts, however they are written', async () => {
    const store = await open();
    await store.write(async (transaction) => transaction.run(`CREATE (:Entity {id: 'kept', name: 'Kept'})`));
    const before = await graphLines(store);
    const scripts = hostileScripts(canaries());
    expect(scripts.length).toBeGreaterThanOrEqual(300);
    expect(await letThrough(store, scripts)).toEqual([]);
    expect(await graphLines(store)).toEqual(before);
    expect(reached).toBe(0);
  });

  it('reads nothing but files of the folder that was permitted', async () => {
    const store = await open();
    const permitted = await mkdtemp(join(folder, 'permitted-'));
    await symlink(join(folder, 'canary.csv'), join(permitted, 'link.csv'));
    await symlink(folder, join(permitted, 'outside'));
    const escapes = [
      'link.csv',
      'file:///link.csv',
      'file:///outside/canary.csv',
      '../canary.csv',
      'file:///../canary.csv',
      'file:///%2e%2e/canary.csv',
      'file:///a/../../canary.csv',
      `file://localhost${canaries().file}`,
      'file:.',
      'ftp://127.0.0.1/x.csv',
    ];
    const scripts = readingScripts(canaries(), escapes);
    expect(await letThrough(store, scripts, { csvFolder: permitted })).toEqual([]);
    expect(await graphLines(store)).toEqual([]);
    expect(reached).toBe(0);
  });
});
