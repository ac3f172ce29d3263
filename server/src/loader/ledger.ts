import { statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { checksumAlgorithm } from './prepare-script.ts';
import type { PreparedScript } from './prepare-script.ts';
import { textOf } from './row-values.ts';

/** What the graph remembers of a script: a node `LoadedScript`, written in the script's own transaction. */
export interface LedgerEntry {
  readonly checksum: string;
  readonly algorithm: string;
  /** ISO 8601. */
  readonly loadedAt: string;
  readonly by: string;
}

/** @example MATCH (s:LoadedScript {path: 'articles/2026-01-28-x.cypher'}) RETURN s.checksum, s.loadedAt */
const findEntry = statement({
  name: 'ledger.find',
  cypher: `MATCH (s:LoadedScript {path: $path}) WHERE s.checksum IS NOT NULL
RETURN s.checksum AS checksum, s.algorithm AS algorithm, s.loadedAt AS loadedAt, s.by AS by`,
  example: { path: 'cypher/schema/10-constraints.cypher' },
});

/** Writing the node first makes another loader of the same script wait until this one has ended. */
const lockEntry = statement({
  name: 'ledger.lock',
  cypher: `MERGE (s:LoadedScript {path: $path}) SET s.path = $path`,
  example: { path: 'example.cypher' },
});

/** A file that was renamed or moved is still the script of its article. */
const forgetOldPaths = statement({
  name: 'ledger.forget-old-paths',
  cypher: `MATCH (s:LoadedScript) WHERE s.article = $article AND s.path <> $path DELETE s`,
  example: { article: '2030-01-01-example', path: 'example.cypher' },
});

const writeEntry = statement({
  name: 'ledger.write',
  cypher: `MATCH (s:LoadedScript {path: $path})
SET s.article = $article, s.checksum = $checksum, s.algorithm = $algorithm, s.loadedAt = $loadedAt,
    s.by = $by, s.statements = $statements`,
  example: {
    path: 'example.cypher',
    article: '2030-01-01-example',
    checksum: '00',
    algorithm: checksumAlgorithm,
    loadedAt: '2030-01-01T00:00:00.000Z',
    by: 'ana',
    statements: 3,
  },
});

export async function readEntry(transaction: Transaction, path: string): Promise<LedgerEntry | null> {
  const { rows } = await transaction.run(findEntry.cypher, { path });
  const row = rows[0];
  if (!row) return null;
  return {
    checksum: textOf(row['checksum']),
    algorithm: textOf(row['algorithm']),
    loadedAt: textOf(row['loadedAt']),
    by: textOf(row['by']),
  };
}

/** Whether the graph holds this very text of the script. */
export function isUnchanged(entry: LedgerEntry | null, prepared: PreparedScript): entry is LedgerEntry {
  return entry?.checksum === prepared.checksum && entry.algorithm === checksumAlgorithm;
}

/** Takes the script's ledger node for the rest of the transaction and tells what it says. */
export async function lockLedger(transaction: Transaction, path: string): Promise<LedgerEntry | null> {
  await transaction.run(lockEntry.cypher, { path });
  return readEntry(transaction, path);
}

export async function writeLedger(
  transaction: Transaction,
  prepared: PreparedScript,
  entry: Pick<LedgerEntry, 'loadedAt' | 'by'>,
): Promise<void> {
  const { article, checksum, schema, data, script } = prepared;
  if (article !== null) await transaction.run(forgetOldPaths.cypher, { article, path: script.path });
  await transaction.run(writeEntry.cypher, {
    path: script.path,
    article,
    checksum,
    algorithm: checksumAlgorithm,
    loadedAt: entry.loadedAt,
    by: entry.by,
    statements: schema.length + data.length,
  });
}
