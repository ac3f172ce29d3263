import { textOf } from '../../model/stored-values.ts';
import { statement } from '../../store/statement.ts';
import type { Context } from './context.ts';
import type { GraphShape } from './graph-shape.ts';
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

interface Kept {
  readonly state: string;
  readonly since: number;
  readonly answer: unknown;
}

/** By name of the answer and id of the graph: what was last worked out. */
const kept = new WeakMap<GraphShape, Map<string, Kept>>();

/** So many graphs' answers are kept. */
const MOST_KEPT = 20;

/** How long an answer is kept where others may write. Milliseconds. */
const FRESH_MS = 60_000;

/**
 * What takes a walk over the whole graph is worked out again only after a change of it: a load, or another
 * number of nodes or relationships. What others change otherwise in a database shows a minute later.
 */
export async function keptUntilChange<T>(context: Context, name: string, work: () => Promise<T>): Promise<T> {
  const state = await graphState(context);
  const others = await context.ask(async ({ features }) => features.has('other-writers'));
  // Nothing tells it from another graph.
  if (state.graph === null && context.graph.form === 'claims') return work();
  const answers = kept.get(context.graph) ?? new Map<string, Kept>();
  kept.set(context.graph, answers);
  const key = `${name} ${state.graph}`;
  const now = { state: JSON.stringify(state), since: performance.now() };
  const last = answers.get(key);
  const fresh = last?.state === now.state && (!others || now.since - last.since < FRESH_MS);
  // The caller's name stands for one type.
  if (fresh) return last.answer as T;
  const answer = await work();
  answers.delete(key);
  answers.set(key, { ...now, answer });
  for (const oldest of [...answers.keys()].slice(0, -MOST_KEPT)) answers.delete(oldest);
  return answer;
}
