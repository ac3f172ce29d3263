import { foldedPattern } from '../../lib/folded-pattern.ts';
import { passingOn } from '../../store/passing-on.ts';
import type { Store, TextCandidate } from '../../store/store.ts';
import { candidatesOf } from '../../store/text-candidates.ts';
import { TextIndex } from '../../store/text-index.ts';
import { type GraphForm, graphStatement, inForm } from './graph-form.ts';
import type { GraphShape } from './graph-shape.ts';

const columns = (g: GraphForm): string =>
  `${g.id('n')} AS id, ${g.name('n')} AS name, n.aliases AS aliases, labels(n) AS labels`;

const everyName = graphStatement({
  name: 'base.every-name',
  cypher: (g) => `${g.every('n')} RETURN ${columns(g)} LIMIT $limit`,
  example: { limit: 1_000 },
});

const namesThatContain = graphStatement({
  name: 'base.names-that-contain',
  cypher: (g) => `${g.every('n')}
WITH n, ${g.name('n')} AS called
WHERE called =~ $textPattern
RETURN ${columns(g)} ORDER BY called, id LIMIT $limit`,
  example: { textPattern: foldedPattern('cia'), limit: 10 },
});

export const anyGraphSearchStatements = [everyName, namesThatContain];

/** So many names an index in memory holds, in some 100 MB; in larger graphs they are walked instead. */
const INDEXED = 200_000;

/** How long names are taken for what they were. Milliseconds. */
const FRESH_MS = 60_000;

interface NameIndex {
  readonly madeAt: number;
  /** Null where the graph is too large for one. */
  readonly made: Promise<TextIndex | null>;
}

/** One for each state of a graph that was seen. */
const indexes = new WeakMap<GraphShape, NameIndex>();

/**
 * The store, searched by the names of all nodes where the graph is none of claims: nobody made an index
 * in such a database. Large ones are walked for names that contain the text, without regard to case and
 * marks, but with every letter as it is. What others name anew in that database is found a minute later.
 */
export function searchingAnyGraph(store: Store, graph: GraphShape): Store {
  if (graph.form === 'claims') return store;
  return {
    ...passingOn(store),
    searchText: async (text, limit, signal): Promise<readonly TextCandidate[]> => {
      const index = await indexOf(store, graph);
      if (index !== null) return index.search(text, limit);
      const [{ cypher }, parameters] = inForm(graph, namesThatContain, {
        textPattern: foldedPattern(text),
        limit,
      });
      return candidatesOf((await store.query(cypher, parameters, { signal })).rows);
    },
  };
}

async function indexOf(store: Store, graph: GraphShape): Promise<TextIndex | null> {
  const kept = indexes.get(graph);
  const isFresh = kept !== undefined && performance.now() - kept.madeAt < FRESH_MS;
  const index = isFresh ? kept : { madeAt: performance.now(), made: makeIndex(store, graph) };
  indexes.set(graph, index);
  try {
    return await index.made;
  } catch (error) {
    indexes.delete(graph);
    throw error;
  }
}

async function makeIndex(store: Store, graph: GraphShape): Promise<TextIndex | null> {
  const [{ cypher }, parameters] = inForm(graph, everyName, { limit: INDEXED + 1 });
  const { rows } = await store.query(cypher, parameters);
  if (rows.length > INDEXED) return null;
  const index = new TextIndex();
  index.update(candidatesOf(rows));
  return index;
}
