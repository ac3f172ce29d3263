import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { StoreValue } from '../../server/src/store/values.ts';
import { bundle } from '../support/bundle.ts';

let base = '';
let folder = '';
let folders = 0;
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'claimgraph-embedded-'));
});
beforeEach(() => {
  folder = newFolder();
});
afterAll(async () => rm(base, { recursive: true, force: true }));

function newFolder(): string {
  folders += 1;
  return path.join(base, `store ${folders} #é`);
}

/** What the store holds: how many steps, and whether each has all of its parts. */
async function contents(store: Store): Promise<readonly StoreValue[]> {
  const { rows } = await store.read(async (transaction) =>
    transaction.run(`OPTIONAL MATCH (c:Entity {id: 'counter'}) OPTIONAL MATCH (s:Step)-[r:OF]->(c) WHERE s.n = r.n
      RETURN coalesce(c.n, 0) AS counted, count(r) AS steps, coalesce(sum(s.n), 0) AS sum`),
  );
  const { counted = null, steps = null, sum = null } = rows[0] ?? {};
  return [counted, steps, sum];
}

function complete(steps: number): readonly StoreValue[] {
  return [steps, steps, (steps * (steps + 1)) / 2];
}

async function writeStep(store: Store): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.run("MERGE (c:Entity {id: 'counter'}) SET c.n = coalesce(c.n, 0) + 1");
    await transaction.run("MATCH (c:Entity {id: 'counter'}) CREATE (:Step {n: c.n})-[:OF {n: c.n}]->(c)");
  });
}

async function writeSteps(store: Store, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await writeStep(store);
}

/** Opens, reads and closes; DAMAGED where it is refused. */
async function outcome(of: string): Promise<readonly StoreValue[] | 'DAMAGED'> {
  try {
    const store = await openEmbeddedStore({ folder: of });
    try {
      return await contents(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'DAMAGED') return 'DAMAGED';
    throw error;
  }
}

describe('another process', () => {
  let program = '';
  beforeAll(async () => {
    program = await bundle('tests/contract/writing-process.ts');
  });

  function start(of: string): { lines: string[]; ended: Promise<unknown>; kill: () => void } {
    const child = spawn(process.execPath, [program, of], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
    });
    return {
      lines,
      ended: new Promise((resolve) => {
        child.on('close', resolve);
      }),
      kill: () => child.kill('SIGKILL'),
    };
  }

  it('is told who holds the store and what to do', async () => {
    const store = await openEmbeddedStore({ folder });
    const other = start(folder);
    await other.ended;
    expect(JSON.parse(other.lines[0] ?? '')).toMatchObject({
      name: 'StoreError',
      code: 'HELD',
      hint: expect.stringContaining('Stop the other process') as string,
    });
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'HELD' });
    await store.close();
    const again = await openEmbeddedStore({ folder });
    await again.close();
  });

  it('loses nothing it was told is kept, and keeps nothing half, when it is killed', async () => {
    let acknowledged = 0;
    for (let round = 0; round < 8; round += 1) {
      const writer = start(folder);
      await untilLines(writer.lines, 1);
      await pause(Math.random() * 120);
      writer.kill();
      await writer.ended;
      expect(writer.lines[0]).toBe('open');
      acknowledged = Math.max(acknowledged, ...writer.lines.slice(1).map(Number));
      const store = await openEmbeddedStore({ folder });
      const [counted, ...rest] = await contents(store);
      await store.close();
      expect([counted, ...rest]).toEqual(complete(Number(counted)));
      expect(Number(counted)).toBeGreaterThanOrEqual(acknowledged);
      // At most the one step whose acknowledgement did not get through.
      expect(Number(counted)).toBeLessThanOrEqual(acknowledged + 1);
      acknowledged = Number(counted);
    }
    expect(acknowledged).toBeGreaterThan(8);
  });

  it('leaves a store that opens when it ends without closing it', async () => {
    const unclosed = await bundle('tests/contract/unclosed-process.ts');
    const child = spawn(process.execPath, [unclosed, folder], { stdio: 'ignore' });
    await once(child, 'close');
    expect(await outcome(folder)).toEqual(complete(1));
  });

  it('leaves a store that opens when it is killed while making one', async () => {
    for (let round = 0; round < 8; round += 1) {
      const fresh = newFolder();
      const writer = start(fresh);
      await untilFile(path.join(fresh, 'graph.grafeo'));
      await pause(Math.random() * 4);
      writer.kill();
      await writer.ended;
      const found = await outcome(fresh);
      expect(found).toEqual(complete(Number(found[0])));
    }
  });
});

async function untilLines(lines: readonly string[], count: number): Promise<void> {
  while (lines.length < count) await pause(1);
}

async function untilFile(file: string): Promise<void> {
  while (!existsSync(file)) await pause(0);
}

describe('files that were damaged', () => {
  const STEPS = 40;
  let intact = '';
  /** The newest file of the engine's log, from the folder of the store. */
  let log = '';
  beforeAll(async () => {
    const running = newFolder();
    const store = await openEmbeddedStore({ folder: running });
    await writeSteps(store, STEPS);
    intact = newFolder();
    // As a power failure would leave them: with the log, before closing.
    await cp(running, intact, { recursive: true });
    await store.close();
    const logs = await readdir(path.join(intact, 'graph.grafeo.wal'));
    log = path.join('graph.grafeo.wal', logs.toSorted().at(-1) ?? '');
  });

  it('open when nothing happened to them', async () => {
    await cp(intact, folder, { recursive: true });
    expect(await outcome(folder)).toEqual(complete(STEPS));
  });

  it('are complete without the log, as every acknowledged write is in the graph file', async () => {
    await cp(intact, folder, { recursive: true });
    await rm(path.join(folder, 'graph.grafeo.wal'), { recursive: true });
    expect(await outcome(folder)).toEqual(complete(STEPS));
  });

  it('are refused or complete, never silently smaller', async () => {
    const seen = { DAMAGED: 0, complete: 0 };
    const damage = fc.record({
      ofLog: fc.boolean(),
      kind: fc.constantFrom('flip', 'cut', 'zero'),
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ ofLog, kind, place }) => {
        const copy = newFolder();
        await cp(intact, copy, { recursive: true });
        await harm(path.join(copy, ofLog ? log : 'graph.grafeo'), kind, place);
        const found = await outcome(copy);
        await rm(copy, { recursive: true });
        seen[found === 'DAMAGED' ? 'DAMAGED' : 'complete'] += 1;
        expect([complete(STEPS), 'DAMAGED']).toContainEqual(found);
      }),
      { numRuns: 120 },
    );
    expect(seen.DAMAGED).toBeGreaterThan(10);
  });

  it.each([
    ['the graph is gone', async (of: string) => rm(path.join(of, 'graph.grafeo'))],
    [
      'graph and log are gone',
      async (of: string) => {
        await rm(path.join(of, 'graph.grafeo'));
        await rm(path.join(of, 'graph.grafeo.wal'), { recursive: true });
      },
    ],
    ['the graph is empty', async (of: string) => writeFile(path.join(of, 'graph.grafeo'), '')],
    ['the ledger is no JSON', async (of: string) => writeFile(path.join(of, 'ledger.json'), '{"format":1')],
    ['the ledger is another file', async (of: string) => writeFile(path.join(of, 'ledger.json'), '{"a":1}')],
    [
      'another version of the engine wrote it',
      async (of: string) => {
        const file = path.join(of, 'ledger.json');
        await writeFile(
          file,
          (await readFile(file, 'utf8')).replace(/"engine":"[^"]+"/u, '"engine":"0.5.42"'),
        );
      },
    ],
  ])('are refused when %s', async (_name, change) => {
    await cp(intact, folder, { recursive: true });
    await change(folder);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      name: 'StoreError',
      code: 'DAMAGED',
      hint: expect.stringContaining('claimgraph -- rebuild') as string,
    });
  });

  it('are not covered up by a new and empty graph', async () => {
    await cp(intact, folder, { recursive: true });
    await rm(path.join(folder, 'graph.grafeo'));
    await rm(path.join(folder, 'graph.grafeo.wal'), { recursive: true });
    const before = await readdir(folder, { recursive: true });
    expect(await outcome(folder)).toBe('DAMAGED');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('are refused when an older copy took their place', async () => {
    let store = await openEmbeddedStore({ folder });
    await writeSteps(store, 3);
    await store.close();
    const older = newFolder();
    await cp(folder, older, { recursive: true });
    store = await openEmbeddedStore({ folder });
    await writeStep(store);
    await store.close();
    await cp(path.join(older, 'graph.grafeo'), path.join(folder, 'graph.grafeo'));
    expect(await outcome(folder)).toBe('DAMAGED');
  });

  it('open when the store is ahead of its ledger, as after a kill between the two', async () => {
    let store = await openEmbeddedStore({ folder });
    await writeSteps(store, 3);
    const settled = await readFile(path.join(folder, 'ledger.json'));
    await writeStep(store);
    await store.close();
    await rm(path.join(folder, 'ledger.json'));
    await writeFile(path.join(folder, 'ledger.pending.json'), settled);
    expect(await outcome(folder)).toEqual(complete(4));
    // Opening settled it: the same ledger no longer counts.
    await writeFile(path.join(folder, 'ledger.pending.json'), settled);
    store = await openEmbeddedStore({ folder });
    await store.write(async (transaction) => transaction.run('MATCH (s:Step) DETACH DELETE s'));
    await store.close();
    expect(await outcome(folder)).toEqual([4, 0, 0]);
  });

  it('are refused when the ledger is lost, or older than the graph without a write under way', async () => {
    const store = await openEmbeddedStore({ folder });
    await writeSteps(store, 3);
    const older = await readFile(path.join(folder, 'ledger.json'));
    await writeStep(store);
    await store.close();
    await writeFile(path.join(folder, 'ledger.json'), older);
    expect(await outcome(folder)).toBe('DAMAGED');
    await rm(path.join(folder, 'ledger.json'));
    expect(await outcome(folder)).toBe('DAMAGED');
  });

  it('are left as they were by whoever refuses them', async () => {
    await cp(intact, folder, { recursive: true });
    await harm(path.join(folder, 'graph.grafeo'), 'flip', 0.999);
    const before = await readFile(path.join(folder, 'graph.grafeo'));
    expect(await outcome(folder)).toBe('DAMAGED');
    expect(await readFile(path.join(folder, 'graph.grafeo'))).toEqual(before);
  });
});

describe('the size of the graph file', () => {
  it('is warned of, and from a limit on nothing is written any more', async () => {
    const filling = await openEmbeddedStore({ folder });
    await writeSteps(filling, 3);
    await filling.close();
    const { size } = await stat(path.join(folder, 'graph.grafeo'));
    const warned = once(process, 'warning');
    const large = await openEmbeddedStore({ folder, maxBytes: size * 2 });
    expect(await warned).toMatchObject([{ code: 'CLAIMGRAPH_STORE_SIZE' }]);
    await writeStep(large);
    await large.close();
    const full = await openEmbeddedStore({ folder, maxBytes: size / 2 });
    await expect(writeStep(full)).rejects.toMatchObject({
      code: 'NOT_SUPPORTED',
      hint: expect.stringContaining('Neo4j') as string,
    });
    expect(await contents(full)).toEqual(complete(4));
    await full.close();
  });
});

async function harm(file: string, kind: string, place: number): Promise<void> {
  const { size } = await stat(file);
  const at = Math.floor(place * size);
  if (kind === 'cut') {
    await truncate(file, at);
    return;
  }
  const handle = await open(file, 'r+');
  try {
    const sector = Buffer.alloc(kind === 'flip' ? 1 : Math.min(512, size - at));
    if (kind === 'flip') {
      await handle.read(sector, 0, 1, at);
      sector[0] = (sector[0] ?? 0) ^ 0x10;
    }
    await handle.write(sector, 0, sector.length, at);
  } finally {
    await handle.close();
  }
}

describe('what only Neo4j runs', () => {
  it.each([
    ['CREATE FULLTEXT INDEX f IF NOT EXISTS FOR (n:Entity) ON EACH [n.name]', 'indexes of this kind'],
    ['CREATE CONSTRAINT r IF NOT EXISTS FOR ()-[r:MET]-() REQUIRE r.id IS UNIQUE', 'on relationships'],
    ['CREATE CONSTRAINT t FOR (n:Entity) REQUIRE n.id IS :: STRING', 'type of a property'],
  ])('is refused by name: %s', async (cypher, reason) => {
    const store = await openEmbeddedStore({ folder: null });
    await expect(store.schema(cypher)).rejects.toMatchObject({
      code: 'NOT_SUPPORTED',
      message: expect.stringContaining(reason) as string,
      hint: expect.stringContaining('Neo4j') as string,
    });
    await store.close();
  });

  it('adds the index that a constraint needs, once', async () => {
    const store = await openEmbeddedStore({ folder: null });
    for (const name of ['first', 'second']) {
      await store.schema(`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE`);
    }
    const { rows } = await store.read(async (transaction) => transaction.run('SHOW INDEXES'));
    expect(rows).toMatchObject([{ label: 'Entity', property: 'id' }]);
    await store.close();
  });

  it('runs files and procedures neither in reading nor in writing', async () => {
    const store = await openEmbeddedStore({ folder: null });
    for (const [cypher, code] of [
      ["LOAD CSV FROM '/etc/hostname' AS line RETURN line", 'FORBIDDEN'],
      ['CALL grafeo.procedures()', 'NOT_SUPPORTED'],
    ] as const) {
      const refused = { code };
      await expect(store.read(async (transaction) => transaction.run(cypher))).rejects.toMatchObject(refused);
      await expect(store.write(async (transaction) => transaction.run(cypher))).rejects.toMatchObject(
        refused,
      );
    }
    await store.close();
  });

  it('names the limit when a statement chains too many clauses', async () => {
    const store = await openEmbeddedStore({ folder: null });
    const chain = Array.from({ length: 200 }, (_, n) => `MERGE ()-[r${n}:T {n: ${n}}]->()`).join('\n');
    const cypher = `${chain} RETURN r0.n`;
    await expect(store.write(async (transaction) => transaction.run(cypher))).rejects.toMatchObject({
      code: 'NOT_SUPPORTED',
      hint: expect.stringContaining('Cut the statement in pieces') as string,
    });
    await store.close();
  });
});
