import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';

// Run as a process of its own: writes one step into the store of a folder and ends without closing it.
const [folder = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ folder });
await store.write(async (transaction) => {
  await transaction.run("CREATE (c:Entity {id: 'counter', n: 1}) CREATE (:Step {n: 1})-[:OF {n: 1}]->(c)");
});
