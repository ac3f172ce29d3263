import { rowsOf, statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/values.ts';
import { checksumAlgorithm, checksumOf } from './checksum.ts';
import { textOf } from './row-values.ts';
import { scriptName } from './script.ts';
import type { Script } from './script.ts';

/** How a script stands to the graph. */
export type ScriptState = 'loaded' | 'changed' | 'new' | 'missing' | 'loading';

export interface ScriptStatus {
  /** What the ledger knows it by. */
  readonly path: string;
  /**
   * `loaded`: the graph holds this very text, whatever became of files that it reads; `changed`: it holds another; `new`: it was never loaded;
   * `missing`: it was loaded and its file is gone; `loading`: a load in batches stopped half-way.
   */
  readonly state: ScriptState;
  readonly article: string | null;
  /** ISO 8601, and by whom; null for a new one. */
  readonly loadedAt: string | null;
  readonly by: string | null;
  readonly statements: number | null;
}

const wholeLedger = statement({
  name: 'ledger.all',
  cypher: `MATCH (s:LoadedScript) WHERE s.checksum IS NOT NULL
RETURN s.path AS path, s.article AS article, s.textChecksum AS textChecksum, s.algorithm AS algorithm,
       s.loadedAt AS loadedAt, s.by AS by, s.statements AS statements, s.state AS state
ORDER BY path`,
  example: {},
});

/**
 * How these scripts stand to the graph, and which others it holds: those are `missing`, so give all that
 * there are. By path. A script of an article that was moved is known by its article. Throws StoreError.
 */
export async function statusOf(store: Store, scripts: readonly Script[]): Promise<readonly ScriptStatus[]> {
  const entries = await store.read((transaction) => rowsOf(transaction, wholeLedger, {}));
  const byPath = new Map(entries.map((entry) => [textOf(entry['path']), entry]));
  const given = new Set(scripts.map(({ path }) => path));
  const moved = new Map(
    entries
      .filter((entry) => textOf(entry['article']) !== '' && !given.has(textOf(entry['path'])))
      .map((entry) => [textOf(entry['article']), entry]),
  );
  const known = new Set<Row>();
  const statuses = scripts.map((script) => {
    const entry = byPath.get(script.path) ?? moved.get(scriptName(script));
    if (entry) known.add(entry);
    return statusOfScript(script, entry);
  });
  const missing = entries
    .filter((entry) => !known.has(entry))
    .map((entry) => ({ path: textOf(entry['path']), state: 'missing' as const, ...told(entry) }));
  return [...statuses, ...missing].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function statusOfScript(script: Script, entry: Row | undefined): ScriptStatus {
  const { path } = script;
  if (!entry) return { path, state: 'new', article: null, loadedAt: null, by: null, statements: null };
  return { path, state: stateOf(script, entry), ...told(entry) };
}

function stateOf(script: Script, entry: Row): ScriptState {
  if (entry['state'] === 'loading') return 'loading';
  const same = entry['algorithm'] === checksumAlgorithm && entry['textChecksum'] === checksumOf(script.text);
  return same ? 'loaded' : 'changed';
}

function told(entry: Row): Omit<ScriptStatus, 'path' | 'state'> {
  const { article = null, loadedAt = null, by = null, statements = null } = entry;
  return {
    article: textOf(article) || null,
    loadedAt: textOf(loadedAt) || null,
    by: textOf(by) || null,
    statements: typeof statements === 'number' ? statements : null,
  };
}
