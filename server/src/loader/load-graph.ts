import { readSize } from './article-graph.ts';
import type { LoadedScript, Loading } from './loading.ts';
import { runStatements } from './run-statements.ts';

/** Loads a graph that is no article, such as an example of another database: nothing about it can be checked. */
export async function loadGraph({ transaction, prepared, onStatement }: Loading): Promise<LoadedScript> {
  const before = await readSize(transaction);
  await runStatements(transaction, prepared, onStatement);
  const after = await readSize(transaction);
  return {
    warnings: [],
    change: {
      statements: prepared.schema.length + prepared.data.length,
      nodesCreated: after.nodes - before.nodes,
      relationsCreated: after.relations - before.relations,
      relationsRemoved: 0,
      claims: { created: [], changed: [], removed: [], kept: 0 },
      entitiesCreated: [],
      entitiesChanged: [],
      entitiesLeft: [],
      backed: [],
      contradicted: [],
    },
  };
}
