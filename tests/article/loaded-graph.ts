import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { Row, StoreMap, StoreValue } from '../../server/src/store/values.ts';
import { schemaScript, statementsOf } from './scripts.ts';

/** A relation with its ends and properties, as the store holds it. */
export interface LoadedClaim {
  readonly source: string;
  readonly sourceLabels: readonly string[];
  readonly type: string;
  readonly target: string;
  readonly targetLabels: readonly string[];
  readonly id: string;
  readonly article: string;
  readonly status: string;
  readonly quote: string;
  readonly attributedTo: readonly string[];
  readonly disputes: readonly string[];
  readonly properties: StoreMap;
}

export interface LoadedEntity {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: StoreMap;
}

/** A graph made by running scripts as they are, without the loader, into a store of its own. */
export class LoadedGraph {
  readonly #store: Store;

  private constructor(store: Store) {
    this.#store = store;
  }

  static async of(...scripts: readonly string[]): Promise<LoadedGraph> {
    const graph = new LoadedGraph(await openEmbeddedStore({ folder: null }));
    for (const statement of statementsOf(schemaScript)) await graph.#store.schema(statement);
    for (const script of scripts) await graph.run(script);
    return graph;
  }

  async run(script: string): Promise<void> {
    await this.#store.write(async (transaction) => {
      for (const statement of statementsOf(script)) await transaction.run(statement);
    });
  }

  async rows(cypher: string): Promise<readonly Row[]> {
    return this.#store.read(async (transaction) => (await transaction.run(cypher)).rows);
  }

  /** The only column of every row, as text. */
  async column(cypher: string): Promise<readonly string[]> {
    return (await this.rows(cypher)).map((row) => textOf(Object.values(row)[0]));
  }

  async claims(): Promise<readonly LoadedClaim[]> {
    const rows = await this.rows(
      `MATCH (a:Entity)-[r]->(b:Entity)
       RETURN a.id AS source, labels(a) AS sourceLabels, type(r) AS type, b.id AS target,
              labels(b) AS targetLabels, properties(r) AS properties ORDER BY properties.id`,
    );
    return rows.map((row) => {
      const properties = mapOf(row['properties']);
      return {
        source: textOf(row['source']),
        sourceLabels: textsOf(row['sourceLabels']),
        type: textOf(row['type']),
        target: textOf(row['target']),
        targetLabels: textsOf(row['targetLabels']),
        id: textOf(properties['id']),
        article: textOf(properties['article']),
        status: textOf(properties['status']),
        quote: textOf(properties['quote']),
        attributedTo: textsOf(properties['attributedTo']),
        disputes: textsOf(properties['disputes'] ?? []),
        properties,
      };
    });
  }

  async entities(): Promise<readonly LoadedEntity[]> {
    const rows = await this.rows(
      'MATCH (e:Entity) RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties ORDER BY id',
    );
    return rows.map((row) => ({
      id: textOf(row['id']),
      labels: textsOf(row['labels']),
      properties: mapOf(row['properties']),
    }));
  }

  async close(): Promise<void> {
    await this.#store.close();
  }
}

/** Stored data is checked, not believed: a missing or wrong value fails the test that reads it. */
export function textOf(value: StoreValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`expected a text, found ${JSON.stringify(value)}`);
  return value;
}

function textsOf(value: StoreValue | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new TypeError(`expected a list, found ${JSON.stringify(value)}`);
  return value.map((item: StoreValue) => textOf(item));
}

function mapOf(value: StoreValue | undefined): StoreMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`expected a map, found ${JSON.stringify(value)}`);
  }
  return value as StoreMap;
}
