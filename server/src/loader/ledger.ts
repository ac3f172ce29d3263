import { rowsOf, statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Row } from '../store/values.ts';
import { checksumAlgorithm, checksumOf } from './checksum.ts';
import type { PreparedScript } from './prepared-script.ts';
import { textOf } from './row-values.ts';
import type { Script } from './script.ts';

/** What the graph remembers of a script: a node `LoadedScript`, written in the script's own transaction. */
export interface LedgerEntry {
  readonly path: string;
  /** Of the script's text and of the files that it reads. */
  readonly checksum: string;
  /** Of the text alone: the same where no files are read. */
  readonly textChecksum: string;
  readonly algorithm: string;
  /** ISO 8601. */
  readonly loadedAt: string;
  readonly by: string;
  /** How far a load in batches has come; null where the whole script is in the graph. */
  readonly progress: BatchProgress | null;
}

export interface BatchProgress {
  /** How many of the statements on data are in the graph. */
  readonly position: number;
  /** What they have made so far. */
  readonly nodesCreated: number;
  readonly relationsCreated: number;
}

const columns = `s.path AS path, s.checksum AS checksum, s.textChecksum AS textChecksum, s.algorithm AS algorithm, s.loadedAt AS loadedAt,
       s.by AS by, s.state AS state, s.position AS position, s.nodesCreated AS nodesCreated,
       s.relationsCreated AS relationsCreated`;

/** @example MATCH (s:LoadedScript) WHERE s.path IN ['articles/2026-01-28-x.cypher'] RETURN s.checksum */
const findEntries = statement({
  name: 'ledger.find',
  cypher: `MATCH (s:LoadedScript) WHERE s.path IN $paths AND s.checksum IS NOT NULL
RETURN ${columns}
ORDER BY path`,
  example: { paths: ['cypher/schema/10-constraints.cypher'] },
});

/** Writing the node before reading it makes another loader of the same script wait until this one has ended. */
const lockEntry = statement({
  name: 'ledger.lock',
  cypher: `MERGE (s:LoadedScript {path: $path}) SET s.path = $path
WITH s RETURN ${columns}`,
  example: { path: 'example.cypher' },
});

/** A file that was renamed or moved is still the script of its article. */
const forgetOldPaths = statement({
  name: 'ledger.forget-old-paths',
  cypher: `MATCH (s:LoadedScript) WHERE s.article = $article AND s.path <> $path DELETE s`,
  example: { article: '2030-01-01-example', path: 'example.cypher' },
});

/** Made anew where the script has deleted everything, as scripts may that begin with an empty graph. */
const writeEntry = statement({
  name: 'ledger.write',
  cypher: `MERGE (s:LoadedScript {path: $path})
SET s.article = $article, s.checksum = $checksum, s.textChecksum = $textChecksum, s.algorithm = $algorithm, s.loadedAt = $loadedAt,
    s.by = $by, s.statements = $statements, s.state = $state, s.position = $position,
    s.nodesCreated = $nodesCreated, s.relationsCreated = $relationsCreated`,
  example: {
    path: 'example.cypher',
    article: '2030-01-01-example',
    checksum: '00',
    textChecksum: '00',
    algorithm: checksumAlgorithm,
    loadedAt: '2030-01-01T00:00:00.000Z',
    by: 'ana',
    statements: 3,
    state: 'loading',
    position: 2,
    nodesCreated: 1,
    relationsCreated: 0,
  },
});

/** What the graph remembers of these scripts, by path. */
export async function readLedger(
  transaction: Transaction,
  paths: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const rows = await rowsOf(transaction, findEntries, { paths });
  return new Map(rows.map((row) => [textOf(row['path']), entryOf(row)]));
}

/** Takes the script's ledger node for the rest of the transaction and tells what it says. */
export async function lockLedger(transaction: Transaction, path: string): Promise<LedgerEntry | null> {
  const [row] = await rowsOf(transaction, lockEntry, { path });
  return row && textOf(row['checksum']) !== '' ? entryOf(row) : null;
}

function entryOf(row: Row): LedgerEntry {
  return {
    path: textOf(row['path']),
    checksum: textOf(row['checksum']),
    textChecksum: textOf(row['textChecksum']),
    algorithm: textOf(row['algorithm']),
    loadedAt: textOf(row['loadedAt']),
    by: textOf(row['by']),
    progress:
      row['state'] === 'loading'
        ? {
            position: Number(row['position']),
            nodesCreated: Number(row['nodesCreated']),
            relationsCreated: Number(row['relationsCreated']),
          }
        : null,
  };
}

/** Whether the graph holds this very text of the script. */
export function isUnchanged(entry: LedgerEntry | null, prepared: PreparedScript): entry is LedgerEntry {
  return isOfText(entry, prepared) && entry?.progress === null;
}

/**
 * Whether the graph holds this text, told before anything is made of it: then there is nothing to judge. A
 * script that reads files may have changed all the same.
 */
export function isSameText(entry: LedgerEntry | undefined, script: Script): entry is LedgerEntry {
  return (
    entry?.progress === null &&
    entry.checksum === entry.textChecksum &&
    entry.algorithm === checksumAlgorithm &&
    entry.checksum === checksumOf(script.text)
  );
}

/** How far a load in batches of this very text has come; null if none stopped half-way. */
export function batchProgress(entry: LedgerEntry | null, prepared: PreparedScript): BatchProgress | null {
  return isOfText(entry, prepared) ? (entry?.progress ?? null) : null;
}

function isOfText(entry: LedgerEntry | null, { checksum }: PreparedScript): boolean {
  return entry?.checksum === checksum && entry.algorithm === checksumAlgorithm;
}

export interface LedgerNote extends Pick<LedgerEntry, 'loadedAt' | 'by'> {
  /** Null once all of it is in the graph. */
  readonly progress: BatchProgress | null;
}

/** Writes what `lockLedger` took in this transaction. */
export async function writeLedger(
  transaction: Transaction,
  prepared: PreparedScript,
  { loadedAt, by, progress }: LedgerNote,
): Promise<void> {
  const { article, checksum, textChecksum, schema, data, script } = prepared;
  await Promise.all([
    article === null ? null : transaction.run(forgetOldPaths.cypher, { article, path: script.path }),
    transaction.run(writeEntry.cypher, {
      path: script.path,
      article,
      checksum,
      textChecksum,
      algorithm: checksumAlgorithm,
      loadedAt,
      by,
      statements: schema.length + data.length,
      state: progress === null ? 'loaded' : 'loading',
      position: progress?.position ?? null,
      nodesCreated: progress?.nodesCreated ?? null,
      relationsCreated: progress?.relationsCreated ?? null,
    }),
  ]);
}
