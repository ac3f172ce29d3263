import { readVocabulary } from '../../server/src/app/read-vocabulary.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { LoadReport } from '../../server/src/loader/report.ts';
import type { Store } from '../../server/src/store/store.ts';

const vocabulary = await readVocabulary(workspace().cypher);

/** Makes each node once, and joins it to the one before: whatever ran twice, or never, shows in the graph. */
const text = Array.from(
  { length: 40 },
  (_, n) => `CREATE (b:Step {n: ${n}}) WITH b MATCH (a:Step {n: ${n - 1}}) CREATE (a)-[:NEXT]->(b);`,
).join('\n');

/** Loads a script, a few statements at a time. */
export async function loadBatchedScript(store: Store): Promise<LoadReport> {
  const script = { path: 'batched.cypher', file: 'batched.cypher', text, notices: [] };
  return loadScripts(store, [script], { vocabulary, by: 'batches', batches: { above: 10, size: 4 } });
}
