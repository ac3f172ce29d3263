import { textOf } from '../../model/stored-values.ts';
import { statement } from '../../store/statement.ts';
import type { Context } from './context.ts';
import { numberOf } from './row-values.ts';

/** What a graph is known by, and what changes with it. The counts are those that stores keep. */
const stateOfGraph = statement({
  name: 'base.graph-state',
  cypher: `MATCH (c:LoadCounter {id: 'loads'}) RETURN 'loads' AS what, c.graph AS graph, c.sequence AS number
UNION ALL MATCH (n) RETURN 'nodes' AS what, null AS graph, count(n) AS number
UNION ALL MATCH ()-[c]->() RETURN 'relationships' AS what, null AS graph, count(c) AS number`,
  example: {},
});

export const stateStatements = [stateOfGraph];

export interface GraphState {
  /** Null where the graph was given no id. */
  readonly graph: string | null;
  /** The number of the last load; 0 before the first. */
  readonly loads: number;
  readonly nodes: number;
  readonly relationships: number;
}

/** How the graph stands, read once in a request. */
export function graphState(context: Context): Promise<GraphState> {
  return context.once('graph state', async () => {
    const rows = await context.read(stateOfGraph, {});
    const numberFor = (what: string): number =>
      numberOf(rows.find((row) => row['what'] === what)?.['number']);
    return {
      graph: textOf(rows.find(({ what }) => what === 'loads')?.['graph']),
      loads: numberFor('loads'),
      nodes: numberFor('nodes'),
      relationships: numberFor('relationships'),
    };
  });
}

/** How long an answer is kept where others may write. Milliseconds. */
const FRESH_MS = 60_000;

/**
 * What takes a walk over the whole graph is worked out again only after a change of it. Where others write
 * too, that is another load or another number of nodes or relationships, and what they change otherwise
 * shows a minute later.
 */
export async function keptUntilChange<T>(context: Context, name: string, work: () => Promise<T>): Promise<T> {
  const { kept } = context;
  if (kept === undefined) return work();
  const mark = await context.ask(async (store) => store.changeMark());
  const state = mark === null ? JSON.stringify(await graphState(context)) : `mark ${mark}`;
  const since = performance.now();
  const last = kept.get(name);
  // The caller's name stands for one type.
  if (last?.state === state && (mark !== null || since - last.since < FRESH_MS)) return last.answer as T;
  const answer = await work();
  kept.set(name, { state, since, answer });
  return answer;
}
