import { allowedEdits, searchTerms } from '../search-terms.ts';
import { rowsOf, statement } from '../statement.ts';
import { StoreError } from '../store-error.ts';
import type { Store, TextCandidate, TransactionOptions } from '../store.ts';
import { candidatesOf } from '../text-candidates.ts';

/** The full-text index of the names of entities. */
export const TEXT_INDEX = 'claimgraph_entity_names';

const POPULATION_SECONDS = 60;

/** Within a transaction's commit, so that a search sees everything committed before it. */
const createIndex = `CREATE FULLTEXT INDEX ${TEXT_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]
  OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-folding', \`fulltext.eventually_consistent\`: false}}`;

const findIndex = statement({
  name: 'neo4j.findTextIndex',
  cypher: 'SHOW FULLTEXT INDEXES YIELD name WHERE name = $name RETURN name',
  example: { name: TEXT_INDEX },
});

const awaitIndexes = statement({
  name: 'neo4j.awaitIndexes',
  cypher: 'CALL db.awaitIndexes($seconds)',
  example: { seconds: POPULATION_SECONDS },
});

const queryIndex = statement({
  name: 'neo4j.queryTextIndex',
  cypher: `CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score
    RETURN node.id AS id, node.name AS name, node.aliases AS aliases, labels(node) AS labels`,
  example: { index: TEXT_INDEX, query: 'cia', limit: 10 },
});

interface Wanted extends Pick<TransactionOptions, 'signal'> {
  readonly limit: number;
}

/** Finds entities by name and alias in a full-text index of Neo4j's, which it makes when there is none. */
export class Neo4jTextSearch {
  readonly #store: Pick<Store, 'query' | 'read' | 'schema'>;
  #ready: Promise<void> | undefined;

  constructor(store: Pick<Store, 'query' | 'read' | 'schema'>) {
    this.#store = store;
  }

  /** The best matches first, at most `limit`. Throws NOT_SUPPORTED if there is no index and no right to make it. */
  async search(text: string, wanted: Wanted): Promise<readonly TextCandidate[]> {
    const query = luceneQuery(text);
    if (query === '') return [];
    await this.#whenReady();
    try {
      return await this.#query(query, wanted);
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
      // Somebody dropped it since it was made.
      this.#ready = undefined;
      await this.#whenReady();
      return this.#query(query, wanted);
    }
  }

  async #query(query: string, { limit, signal }: Wanted): Promise<readonly TextCandidate[]> {
    const parameters = { index: TEXT_INDEX, query, limit };
    const { rows } = await this.#store.query(queryIndex.cypher, parameters, { signal });
    return candidatesOf(rows);
  }

  async #whenReady(): Promise<void> {
    this.#ready ??= this.#makeReady();
    try {
      await this.#ready;
    } catch (error) {
      this.#ready = undefined;
      throw error;
    }
  }

  async #makeReady(): Promise<void> {
    const found = await this.#store.read(async (transaction) =>
      rowsOf(transaction, findIndex, { name: TEXT_INDEX }),
    );
    if (found.length === 0) await this.#store.schema(createIndex).catch(explain);
    await this.#store.read(
      async (transaction) => rowsOf(transaction, awaitIndexes, { seconds: POPULATION_SECONDS }),
      { timeoutMs: POPULATION_SECONDS * 1000 },
    );
  }
}

/**
 * Each word as it is, as a beginning and with letters off, any of them. Words hold letters and digits
 * only and are in lower case, so that nothing in them is Lucene's syntax, not even AND.
 */
function luceneQuery(text: string): string {
  return searchTerms(text)
    .map((term) => {
      const edits = allowedEdits(term);
      return edits === 0 ? `(${term} OR ${term}*)` : `(${term} OR ${term}* OR ${term}~${edits})`;
    })
    .join(' OR ');
}

function isMissingIndex(error: unknown): boolean {
  return error instanceof StoreError && error.message.includes('no such fulltext schema index');
}

function explain(cause: unknown): never {
  if (!(cause instanceof StoreError) || cause.code !== 'FAILED') throw cause;
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: 'Names cannot be searched: this Neo4j has no index for it, and the account may not make one.',
    hint: `Have an administrator run: ${createIndex.replaceAll(/\s+/gu, ' ')}`,
    cause,
  });
}
