import type { GraphSize } from './article-graph.ts';
import { readSize } from './article-graph.ts';
import type { LoadedScript, Loading } from './loading.ts';
import type { GraphChange } from './report.ts';
import { runStatements } from './run-statements.ts';
import { keepingClaims } from './trespass.ts';

/** Loads a graph that is no article, such as an example of another database: nothing about it can be checked. */
export async function loadGraph(loading: Loading): Promise<LoadedScript> {
  const { transaction, prepared } = loading;
  const before = await readSize(transaction);
  const warnings = await keepingClaims(loading, async () => runStatements(loading));
  const after = await readSize(transaction);
  const statements = prepared.schema.length + prepared.data.length;
  return { warnings, change: graphChange(statements, growth(before, after)) };
}

/** How much more there is; negative where something was deleted. */
export function growth(before: GraphSize, after: GraphSize): GraphSize {
  return { nodes: after.nodes - before.nodes, relations: after.relations - before.relations };
}

/** What is known about a graph that grew without anybody looking at its parts. */
export function graphChange(statements: number, { nodes, relations }: GraphSize): GraphChange {
  return {
    statements,
    nodesCreated: Math.max(0, nodes),
    relationsCreated: Math.max(0, relations),
    relationsRemoved: Math.max(0, -relations),
    claims: { created: [], changed: [], removed: [], kept: 0 },
    entitiesCreated: [],
    entitiesChanged: [],
    entitiesLeft: [],
    backed: [],
    contradicted: [],
  };
}
