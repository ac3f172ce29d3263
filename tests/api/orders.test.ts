import { expect, it } from 'vitest';

import { forEachStore } from '../support/stores.ts';
import { apiOf, type Data } from './ask.ts';
import { fill } from './small-graph.ts';

const idsOf = (items: readonly Data[]): readonly string[] => items.map(({ id }) => id);

forEachStore((_, open) => {
  it('puts what is the beginning of another name or type before it', async () => {
    const store = await open();
    await fill(store, [
      { source: 'ann', target: 'zoe', type: 'TOLD_OFF' },
      { source: 'ann lee', target: 'zoe', type: 'TOLD' },
      { source: 'ann', target: 'zoe', type: 'TOLD' },
      { source: 'ann', target: 'bob', type: 'MET' },
    ]);
    const { entities, relations, entity } = await (
      await apiOf(store)
    ).data(`{
      entities { nodes { id } }
      relations(orderBy: TYPE) { nodes { id } }
      entity(id: "zoe") { neighbors(orderBy: TYPE) { nodes { id } } }
    }`);
    expect(idsOf(entities.nodes)).toEqual(['ann', 'ann lee', 'bob', 'zoe']);
    const byType = ['ann~MET~bob', 'ann~TOLD~zoe', 'ann lee~TOLD~zoe', 'ann~TOLD_OFF~zoe'];
    expect(idsOf(relations.nodes)).toEqual(byType);
    expect(idsOf(entity.neighbors.nodes)).toEqual(['ann', 'ann lee']);
  });

  it.each(['', ', standing: [SINGLE_ORIGIN, CORROBORATED]', ', minOrigins: 1, neighborTypes: ["Entity"]'])(
    'orders other ends by the claims that pass, also with "%s" in the filter',
    async (weighing) => {
      const store = await open();
      const of = (source: string, target: string) => ({ source, target });
      // Three claims tie "no" to the hub, of which one passes; two of two tie "yes" to it.
      const claims = [of('yes', 'hub'), of('yes', 'hub'), of('no', 'hub'), of('yes', 'end'), of('no', 'end')];
      await fill(store, [...claims, of('no', 'hub'), of('no', 'hub')]);
      const articles = claims.map((__, number) => `"article-${number}"`).join(', ');
      const filter = `filter: { articles: [${articles}]${weighing} }`;
      const data = await (
        await apiOf(store)
      ).data(`{
        entity(id: "hub") { neighbors(${filter}, orderBy: CLAIMS) { nodes { id } } }
        commonNeighbors(of: ["hub", "end"], ${filter}) { nodes { id } }
        subgraph(seeds: ["hub"], ${filter}, maxNodes: 2) { nodes { id } }
      }`);
      expect(idsOf(data['entity'].neighbors.nodes)).toEqual(['yes', 'no']);
      expect(idsOf(data['commonNeighbors'].nodes)).toEqual(['yes', 'no']);
      expect(idsOf(data['subgraph'].nodes)).toEqual(['hub', 'yes']);
    },
  );

  it('grows a subgraph whatever the types of the other ends, weighed or not', async () => {
    const store = await open();
    await fill(store, [{ source: 'ann', target: 'zoe' }]);
    const api = await apiOf(store);
    for (const weighing of ['', 'minOrigins: 0, ']) {
      const filter = `{ ${weighing}neighborTypes: ["Company"] }`;
      const { subgraph } = await api.data(`{ subgraph(seeds: ["ann"], filter: ${filter}) { nodes { id } } }`);
      expect(idsOf(subgraph.nodes)).toEqual(['ann', 'zoe']);
    }
  });

  it('refuses to order more relations by time than it looks at, and orders them by evidence as far as it can', async () => {
    const store = await open();
    await store.write(async (transaction) => {
      await transaction.run(
        `CREATE (hub:Entity {id: 'hub'}) WITH hub UNWIND range(1, 2001) AS n
         CREATE (e:Entity {id: 'e-' + toString(n)}) CREATE (hub)-[:TOLD {id: 'a/' + toString(n), article: 'a', status: 'asserted'}]->(e)`,
      );
    });
    const api = await apiOf(store);
    const lists = (orderBy: string): readonly string[] =>
      ['relations', 'neighbors'].map(
        (list) => `entity(id: "hub") { ${list}(orderBy: ${orderBy}, first: 1) { nodes { id } } }`,
      );
    for (const list of [
      ...lists('LATEST'),
      ...lists('EARLIEST'),
      'relations(orderBy: LATEST) { nodes { id } }',
    ]) {
      expect(await api.errors(`{ ${list} }`)).toMatchObject([
        { extensions: { code: 'LIMIT_EXCEEDED', max: 2_000 } },
      ]);
    }
    for (const list of lists('ORIGINS')) expect(await api.data(`{ ${list} }`)).toMatchObject({ entity: {} });
  });
});
