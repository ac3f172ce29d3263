import { existsSync, renameSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { StoreError } from '../store-error.ts';

const FORMAT = 2;

/** So often is it looked for under both names, between which it may change while it is looked for. */
const readRounds = 10;

/** What the store held when it last acknowledged a write. */
export interface Ledger {
  /** The engine's count of commits, which only grows. */
  readonly commits: bigint;
  readonly nodes: number;
  readonly relationships: number;
  /** SHA-256 of the graph file, in hex; null as long as nothing was acknowledged. */
  readonly digest: string | null;
}

/**
 * - `settled`: the graph file is, byte for byte, what the ledger says.
 * - `pending`: a write began since, and its end is not known: the store may be further than the ledger,
 *   never behind it.
 * - `none`: there is no ledger.
 */
export type LedgerState =
  | { readonly kind: 'settled' | 'pending'; readonly ledger: Ledger }
  | { readonly kind: 'none' };

interface LedgerContent {
  readonly format: number;
  readonly engine: string;
  readonly commits: string;
  readonly nodes: number;
  readonly relationships: number;
  readonly digest: string | null;
}

/**
 * The file beside the graph that says how much of it was acknowledged, since the engine cannot tell that
 * its newest commits are gone. It has another name while a write is under way: a rename needs no room on
 * a full disk, and after a crash it is there under one name or the other. Processes that try to open a store
 * that another has open read it and `begin` as well: one moment to the next it may have the other name.
 */
export class LedgerFile {
  readonly #folder: string;
  readonly #engine: string;
  readonly #settled: string;
  readonly #pending: string;

  constructor(folder: string, engine: string) {
    this.#folder = folder;
    this.#engine = engine;
    this.#settled = path.join(folder, 'ledger.json');
    this.#pending = path.join(folder, 'ledger.pending.json');
  }

  /** Throws DAMAGED if it cannot be read or belongs to another version. */
  async read(): Promise<LedgerState> {
    for (let round = 0; round < readRounds; round += 1) {
      const settled = await this.#readFrom(this.#settled);
      if (settled) return { kind: 'settled', ledger: settled };
      const pending = await this.#readFrom(this.#pending);
      if (pending) return { kind: 'pending', ledger: pending };
    }
    return { kind: 'none' };
  }

  /** Before the first change to the graph file since it was settled. Does nothing if that was said already. */
  async begin(): Promise<void> {
    if (!existsSync(this.#settled)) return;
    await renameIfThere(this.#settled, this.#pending);
    await syncFolder(this.#folder);
  }

  /** As `begin`, for the end of the process: not waited for, and told to nobody. */
  beginNow(): void {
    if (existsSync(this.#settled)) renameSync(this.#settled, this.#pending);
  }

  /** Takes `begin` back, when the graph file is as it was. */
  async resume(): Promise<void> {
    await rename(this.#pending, this.#settled);
    await syncFolder(this.#folder);
  }

  /** For a store that is about to be made. */
  async start(): Promise<void> {
    await this.#replace(this.#pending, { commits: 0n, nodes: 0, relationships: 0, digest: null });
  }

  /** Once everything is on disk. After a crash the ledger is the old or the new one, and on disk. */
  async settle(ledger: Ledger): Promise<void> {
    // Never a file to remove: another process may just have given the new one the other name.
    await this.#replace(this.#pending, ledger);
    await renameIfThere(this.#pending, this.#settled);
  }

  /** Undefined when there is no such file. */
  async #readFrom(file: string): Promise<Ledger | undefined> {
    const text = await ifThere(readFile(file, 'utf8'));
    if (text === undefined) return undefined;
    const content = parse(text);
    if (content === undefined) throw damaged(this.#folder, 'its ledger cannot be read');
    if (content.format !== FORMAT) {
      throw damaged(this.#folder, 'it was written by another version of Claimgraph');
    }
    if (content.engine !== this.#engine) {
      throw damaged(
        this.#folder,
        `it was written by version ${content.engine} of its engine, and this is ${this.#engine}`,
      );
    }
    const { commits, nodes, relationships, digest } = content;
    return { commits: BigInt(commits), nodes, relationships, digest };
  }

  async #replace(file: string, ledger: Ledger): Promise<void> {
    const content: LedgerContent = {
      format: FORMAT,
      engine: this.#engine,
      ...ledger,
      commits: String(ledger.commits),
    };
    const temporary = `${this.#settled}.new`;
    try {
      await writeAndSync(temporary, `${JSON.stringify(content)}\n`);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(this.#folder);
  }
}

/** Throws DAMAGED if the store holds less than was acknowledged, or anything else than was settled. */
export function compareWithLedger(
  folder: string,
  state: Exclude<LedgerState, { kind: 'none' }>,
  found: Omit<Ledger, 'digest'>,
): void {
  const { kind, ledger } = state;
  const lost = ledger.commits - found.commits;
  if (lost > 0n) throw damaged(folder, `its last ${lost} acknowledged changes are missing`);
  if (lost < 0n) {
    if (kind === 'settled') throw damaged(folder, `it holds ${-lost} changes that nobody acknowledged`);
    return;
  }
  if (found.nodes !== ledger.nodes || found.relationships !== ledger.relationships) {
    throw damaged(
      folder,
      `it holds ${found.nodes} nodes and ${found.relationships} relationships instead of ${ledger.nodes} and ${ledger.relationships}`,
    );
  }
}

/** The store cannot be trusted; scripts are the truth, so the way out is to build it anew. */
export function damaged(folder: string, reason: string, cause?: unknown): StoreError {
  return new StoreError({
    code: 'DAMAGED',
    message: `The store in ${folder} is damaged: ${reason}.`,
    hint: 'Run npm run claimgraph -- rebuild: it makes the graph anew from the scripts and keeps the damaged files aside.',
    cause,
  });
}

/** Undefined for anything but a ledger. */
function parse(text: string): LedgerContent | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isLedgerContent(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isLedgerContent(content: unknown): content is LedgerContent {
  if (typeof content !== 'object' || content === null) return false;
  const { format, engine, commits, nodes, relationships, digest } = content as Partial<LedgerContent>;
  // A ledger of another format is told by its number alone.
  if (typeof format === 'number' && format !== FORMAT) return true;
  return (
    typeof format === 'number' &&
    typeof engine === 'string' &&
    typeof commits === 'string' &&
    /^\d{1,20}$/u.test(commits) &&
    typeof nodes === 'number' &&
    typeof relationships === 'number' &&
    (digest === null || (typeof digest === 'string' && /^[\da-f]{64}$/u.test(digest)))
  );
}

async function renameIfThere(from: string, to: string): Promise<void> {
  await ifThere(rename(from, to));
}

/** What comes of work on a file; undefined when there is none of that name. */
async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
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
