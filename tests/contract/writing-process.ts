import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';

// Run as a process of its own: writes one step after another into the store of a folder and tells each
// one that was acknowledged, until it is killed. A step is a node, a relationship and a counter.
const [folder = ''] = process.argv.slice(2);

try {
  const store = await openEmbeddedStore({ folder });
  await store.schema('CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
  process.stdout.write('open\n');
  for (;;) {
    const step = await store.write(async (transaction) => {
      await transaction.run("MERGE (c:Entity {id: 'counter'}) SET c.n = coalesce(c.n, 0) + 1");
      const { rows } = await transaction.run(
        `MATCH (c:Entity {id: 'counter'}) CREATE (s:Step {n: c.n})-[:OF {n: c.n}]->(c) RETURN c.n AS n`,
      );
      return rows[0]?.['n'];
    });
    process.stdout.write(`${JSON.stringify(step)}\n`);
  }
} catch (error) {
  process.stdout.write(`${JSON.stringify(error)}\n`);
}
