import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { StoreError } from '../store-error.ts';

const FORMAT = 1;

/**
 * What the store held when it last acknowledged a write. The engine cannot tell that its newest
 * commits are gone; this file beside it can. `commits` is the engine's count of commits, which only
 * grows, so a store behind it has lost something and a store ahead of it was stopped in between.
 */
export interface Ledger {
  readonly commits: bigint;
  readonly nodes: number;
  readonly relationships: number;
}

interface LedgerFile {
  readonly format: number;
  readonly engine: string;
  readonly commits: string;
  readonly nodes: number;
  readonly relationships: number;
}

/** Reads the ledger; undefined if there is none yet. Throws DAMAGED if it cannot be read. */
export async function readLedger(file: string, engine: string): Promise<Ledger | undefined> {
  if (!existsSync(file)) return undefined;
  const content = parse(await readFile(file, 'utf8'));
  if (content === undefined) throw damaged(file, 'its ledger cannot be read');
  if (content.format !== FORMAT || content.engine !== engine) {
    throw damaged(file, `it was written by version ${content.engine} of its engine, and this is ${engine}`);
  }
  return { commits: BigInt(content.commits), nodes: content.nodes, relationships: content.relationships };
}

/** Replaces the ledger as a whole: after a crash the file is the old or the new one, and on disk. */
export async function writeLedger(file: string, engine: string, ledger: Ledger): Promise<void> {
  const content: LedgerFile = {
    format: FORMAT,
    engine,
    commits: String(ledger.commits),
    nodes: ledger.nodes,
    relationships: ledger.relationships,
  };
  const temporary = `${file}.new`;
  try {
    await writeAndSync(temporary, `${JSON.stringify(content)}\n`);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Throws DAMAGED if the store holds less than the ledger says was acknowledged. */
export function compareWithLedger(file: string, promised: Ledger, found: Ledger): void {
  const lost = promised.commits - found.commits;
  if (lost > 0n) throw damaged(file, `its last ${lost} acknowledged changes are missing`);
  if (lost < 0n) return;
  if (found.nodes !== promised.nodes || found.relationships !== promised.relationships) {
    throw damaged(
      file,
      `it holds ${found.nodes} nodes and ${found.relationships} relationships instead of ${promised.nodes} and ${promised.relationships}`,
    );
  }
}

/** The store cannot be trusted; scripts are the truth, so the way out is to build it anew. */
export function damaged(file: string, reason: string, cause?: unknown): StoreError {
  const folder = path.dirname(file);
  return new StoreError({
    code: 'DAMAGED',
    message: `The store in ${folder} is damaged: ${reason}.`,
    hint: `Move the folder ${folder} away and run npm start: the graph is built again from the scripts.`,
    cause,
  });
}

function parse(text: string): LedgerFile | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isLedgerFile(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isLedgerFile(content: unknown): content is LedgerFile {
  if (typeof content !== 'object' || content === null) return false;
  const { format, engine, commits, nodes, relationships } = content as Partial<LedgerFile>;
  return (
    typeof format === 'number' &&
    typeof engine === 'string' &&
    typeof commits === 'string' &&
    /^\d{1,20}$/u.test(commits) &&
    typeof nodes === 'number' &&
    typeof relationships === 'number'
  );
}

async function writeAndSync(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its renames are durable without it.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
