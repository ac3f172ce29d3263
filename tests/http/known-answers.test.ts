import { expect, it } from 'vitest';

import { passingOn } from '../../server/src/store/passing-on.ts';
import { openApp } from '../support/app.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore } from '../support/stores.ts';

const question = '{ entity(id: "cia") { name relations(first: 1) { totalCount } } }';

forEachKindOfStore((kind, open) => {
  it('what was asked before is answered as the graph is now, from memory where nothing can change unseen', async () => {
    const store = await openLoadedStore(open);
    let asked = 0;
    const app = await openApp({
      store: {
        ...passingOn(store),
        query: async (...given) => {
          asked += 1;
          return store.query(...given);
        },
      },
    });
    try {
      const first = await app.query(question);
      expect(first).toMatchObject({ data: { entity: { name: 'Central Intelligence Agency' } } });
      const before = asked;
      expect(await app.query(question)).toEqual(first);
      expect(asked).toBe(2 * before);
      expect(await app.query(question)).toEqual(first);
      expect(asked).toBe(kind === 'embedded' ? 2 * before : 3 * before);
      // Not by a load, of which the server would be told.
      await store.write(async (transaction) =>
        transaction.run(`MATCH (n:Entity {id: 'cia'}) SET n.name = 'The Agency'`),
      );
      expect(await app.query(question)).toMatchObject({ data: { entity: { name: 'The Agency' } } });
    } finally {
      await app.close();
    }
  });
});
