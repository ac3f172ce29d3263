import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

import type { LoadOptions } from '../loader/load-options.ts';
import { loadScripts } from '../loader/load.ts';
import type { LoadReport } from '../loader/report.ts';
import type { Script } from '../loader/script.ts';
import { statusOf } from '../loader/status.ts';
import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';
import { exchangeFolder, finishExchange, readyFolder } from './exchange-folder.ts';
import { readServerFile } from './server-file.ts';
import type { Workspace } from './workspace.ts';

export interface RebuildOptions {
  /** Folder of the embedded store. */
  readonly folder: string;
  readonly folders: Workspace;
  /** Reads scripts in the order of loading, each once. */
  readonly read: (paths: readonly string[]) => Promise<readonly Script[]>;
  /** What was named besides the scripts of `cypher/` and of the old store. */
  readonly paths: readonly string[];
  readonly load: LoadOptions;
}

export interface RebuildReport extends LoadReport {
  /** Where the store that was there is now; null if there was none, or if nothing was exchanged. */
  readonly oldStore: string | null;
  /** What else the user should know, such as scripts of the old store whose files are gone. */
  readonly notices: readonly string[];
}

/**
 * Makes the embedded store anew from scripts: those of `cypher/`, those named, and those that the old
 * store was loaded from, if it can still be opened. It is built in a folder beside, which takes the old
 * one's place only when every script went in; whatever happens before, the old one stays as it is.
 * Throws StoreError, HELD if somebody has the old store open; ScriptError for files that cannot be read.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const { folder, folders, paths, read, load } = options;
  const old = await openOld(folder);
  try {
    const remembered = old.store ? await scriptsOf(old.store, folders) : { paths: [], notices: [] };
    const scripts = await read([relative(process.cwd(), folders.cypher), ...remembered.paths, ...paths]);
    const notices = [...old.notices, ...remembered.notices];
    const building = `${folder}.new`;
    await clear(readyFolder(folder));
    const report = await build(building, scripts, load);
    if (!report.complete) return { ...report, oldStore: null, notices };
    await old.store?.close();
    return { ...report, oldStore: await exchangeFolder(folder, building), notices };
  } finally {
    await old.store?.close();
  }
}

interface OldStore {
  /** Open as long as the new one is built, so that nobody else changes it; null if it cannot be opened. */
  readonly store: Store | null;
  readonly notices: readonly string[];
}

async function openOld(folder: string): Promise<OldStore> {
  await finishExchange(folder);
  if (!existsSync(folder)) return { store: null, notices: [] };
  try {
    return { store: await openEmbeddedStore({ folder }), notices: [] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'HELD') throw await heldBy(folder, error);
    const lost = 'Scripts that lay outside of cypher/ are not known from it: name them, if there were any.';
    return { store: null, notices: [`${error.message} ${lost}`] };
  }
}

/** Names the server that has the store open, if it is one. */
async function heldBy(folder: string, error: StoreError): Promise<StoreError> {
  const server = await readServerFile(folder);
  if (server === null || !isRunning(server.pid)) return error;
  return new StoreError({
    code: 'HELD',
    message: `The Claimgraph server at ${server.url} (process ${server.pid}) has the store in ${folder} open.`,
    hint: 'Stop it, run this again, and start it anew: nothing can take the place of a store that is open.',
    cause: error,
  });
}

/** A server that was killed leaves its file behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The files that a store was loaded from, besides those of `cypher/`, and what is said of those that are gone. */
async function scriptsOf(
  store: Store,
  { root, cypher }: Workspace,
): Promise<{ readonly paths: readonly string[]; readonly notices: readonly string[] }> {
  const shipped = `${relative(root, cypher)}/`;
  const ledger = (await statusOf(store, []))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith(shipped));
  const isThere = (path: string): boolean => existsSync(resolve(root, path));
  return {
    paths: ledger.filter(isThere).map((path) => relative(process.cwd(), resolve(root, path))),
    notices: ledger
      .filter((path) => !isThere(path))
      .map((path) => `${path} was loaded before and is gone: what it said is not in the new graph.`),
  };
}

async function build(folder: string, scripts: readonly Script[], options: LoadOptions): Promise<LoadReport> {
  await clear(folder);
  const store = await openEmbeddedStore({ folder });
  let complete = false;
  try {
    const report = await loadScripts(store, scripts, options);
    ({ complete } = report);
    return report;
  } finally {
    await store.close();
    if (!complete) await rm(folder, { recursive: true, force: true });
  }
}

/** Takes away what a rebuild that was killed has left. Throws HELD if one is at work there. */
async function clear(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  try {
    await (await openEmbeddedStore({ folder })).close();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === 'HELD') throw error;
  }
  await rm(folder, { recursive: true, force: true });
}
