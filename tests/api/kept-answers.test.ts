import { expect, it } from 'vitest';

import { openApp } from '../support/app.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';

forEachStore((_, open) => {
  it('what was worked out of the whole graph is worked out again after a change', async () => {
    const store = await openLoadedStore(open);
    const app = await openApp({ store });
    const question = `{ statistics { claims } types { relationTypes { name count } }
      relation(id: "john-ratcliffe~LEADS~cia") { standing claims { nodes { id disputedBy { id } } } } }`;
    const first = await app.query(question);
    expect(await app.query(question)).toEqual(first);
    const [claim] = (first.data as { relation: { claims: { nodes: { id: string }[] } } }).relation.claims
      .nodes;
    await store.write((transaction) =>
      transaction.run(
        `MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'united-states'})
         CREATE (a)-[:LEADS {id: 'other/denial', article: 'other', quote: 'No.', status: 'denied', disputes: [$disputed]}]->(b)`,
        { disputed: claim?.id ?? '' },
      ),
    );
    const { data } = await app.query(question);
    await app.close();
    expect(first.data).toMatchObject({ relation: { standing: 'SINGLE_ORIGIN' } });
    expect(data).toMatchObject({
      relation: { standing: 'DISPUTED', claims: { nodes: [{ disputedBy: [{ id: 'other/denial' }] }] } },
    });
    const claims = (answer: unknown) => (answer as { statistics: { claims: number } }).statistics.claims;
    expect(claims(data)).toBe(claims(first.data) + 1);
  });
});
