import { beforeAll, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

const common = `query ($of: [ID!]!, $filter: ClaimFilter, $first: Int, $after: String) {
  commonNeighbors(of: $of, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { relationCount relations { id type sourceId targetId claimCount } node { id type } }
  }
}`;
const of = ['cia', 'venezuela'];

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });
  const ask = async (variables: Record<string, unknown>): Promise<Data> =>
    (await api.data(common, { first: 100, ...variables })).commonNeighbors;
  const idsOf = ({ edges }: Data): readonly string[] => edges.map(({ node }: Data) => node.id);

  it('finds whom both are related to, the most claims first, with the relations to each', async () => {
    const found = await ask({ of });
    expect(found['totalCount']).toBe(found['edges'].length);
    expect(found['totalCount']).toBeGreaterThan(1);
    const claims = found['edges'].map(({ relations }: Data) =>
      relations.reduce((sum: number, { claimCount }: Data) => sum + claimCount, 0),
    );
    expect(claims).toEqual(claims.toSorted((one: number, other: number) => other - one));
    for (const { node, relations, relationCount } of found['edges']) {
      expect(relationCount).toBe(relations.length);
      const others = relations.map(({ sourceId, targetId }: Data) =>
        sourceId === node.id ? targetId : sourceId,
      );
      expect(new Set(others)).toEqual(new Set(of));
    }
    const each = await api.data(
      `{ a: entity(id: "cia") { neighbors(first: 100) { nodes { id } } } b: entity(id: "venezuela") { neighbors(first: 100) { nodes { id } } } }`,
    );
    const [a, b] = [each['a'], each['b']].map(({ neighbors }: Data) =>
      neighbors.nodes.map(({ id }: Data) => id as string),
    );
    expect(idsOf(found).toSorted()).toEqual(a.filter((id: string) => b.includes(id)).toSorted());
  });

  it('its pages are the list, whatever the order and number of the ids', async () => {
    const whole = await ask({ of });
    const pages: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Data = await ask({ of, first: 1, after });
      pages.push(...idsOf(page));
      if (!page['pageInfo'].hasNextPage) break;
      after = page['pageInfo'].endCursor;
    }
    expect(pages).toEqual(idsOf(whole));
    expect(idsOf(await ask({ of: ['venezuela', 'cia', 'cia'] }))).toEqual(idsOf(whole));
  });

  it('narrows by what relates them and by what they are, weighed or not', async () => {
    const [first] = (await ask({ of }))['edges'];
    const types: readonly string[] = first.relations.map(({ type }: Data) => type);
    const narrowed = await ask({ of, filter: { types, neighborTypes: [first.node.type] } });
    expect(idsOf(narrowed)).toContain(first.node.id);
    for (const { relations, node } of narrowed['edges']) {
      expect(node.type).toBe(first.node.type);
      for (const { type } of relations) expect(types).toContain(type);
    }
    expect(await ask({ of, filter: { minOrigins: 0 } })).toMatchObject({
      totalCount: (await ask({ of }))['totalCount'],
    });
    expect(idsOf(await ask({ of, filter: { minOrigins: 0 } }))).toEqual(idsOf(await ask({ of })));
  });

  it('more entities have fewer neighbours in common, and one that is not there has none', async () => {
    const three = await ask({ of: [...of, 'united-states'] });
    expect(idsOf(await ask({ of }))).toEqual(expect.arrayContaining([...idsOf(three)]));
    expect(await ask({ of: ['cia', 'nobody'] })).toMatchObject({ totalCount: 0, edges: [] });
    expect(await ask({ of: ['cia', 'nobody'], filter: { minOrigins: 1 } })).toMatchObject({ totalCount: 0 });
  });

  it('takes two to five entities', async () => {
    const [one] = await api.errors(common, { of: ['cia', 'cia'] });
    expect(one?.message).toBe('of is 1. Give 2 or more.');
    const [many] = await api.errors(common, { of: ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(many?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'of', value: 6, max: 5 });
  });
});
