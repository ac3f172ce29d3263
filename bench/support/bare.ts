import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';

/** A database without Claimgraph: what loading costs is measured against it. */
export interface Bare {
  /** Runs schema statements one by one, then the others in one transaction, each awaited. */
  run(schema: readonly string[], data: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

/** The engine alone, in memory. Each run begins with an empty graph. */
export function bareEngine(): Bare {
  return {
    run: async (schema, data) => {
      const engine = grafeo.GrafeoDB.create(null, {});
      for (const statement of schema) await engine.executeCypher(statement);
      // What the store makes of a constraint: the engine's own has no index.
      for (const label of ['Entity', 'Article', 'Step']) {
        await engine.executeCypher(`CREATE INDEX IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
      }
      const transaction = engine.beginTransaction();
      for (const statement of data) await transaction.executeCypher(statement);
      transaction.commit();
      engine.close();
    },
    close: async () => undefined,
  };
}

export interface Server {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

/** The driver alone, as its manual shows it. */
export function bareDriver({ uri, username, password }: Server): Bare {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  return {
    run: async (schema, data) => {
      const session = driver.session();
      try {
        for (const statement of schema) await session.run(statement);
        await session.executeWrite(async (transaction) => {
          for (const statement of data) await transaction.run(statement);
        });
      } finally {
        await session.close();
      }
    },
    close: async () => driver.close(),
  };
}
