import { beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { examples, loadExample } from '../loader/examples/examples.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

/** Graphs that nobody described: no label Entity, no ids of their own, no evidence. */
const graphs = [
  {
    name: 'movies',
    hub: 'Nadia Fjord',
    misspelt: 'nadja fjord',
    label: 'Movie',
    type: 'ACTED_IN',
  },
  {
    name: 'northwind',
    hub: 'Moon jam, small',
    misspelt: 'moom jam',
    label: 'Product',
    type: 'CONTAINS',
  },
] as const;

/** What each store answered: every other has to answer the same. */
const answers = new Map<string, unknown>();

/** Element ids differ between stores, and with them the order of what is equal otherwise. */
function comparable(data: Data, names: ReadonlyMap<string, string>): unknown {
  const text = JSON.stringify(data).replaceAll(/(?:\d:[\w-]+|[ne]):\d+/gu, (id) =>
    JSON.stringify(names.get(id) ?? 'an id').slice(1, -1),
  );
  return sorted(JSON.parse(text));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}

forEachStore((_, open) => {
  describe.each(graphs)('the graph of $name', ({ name, hub, misspelt, label, type }) => {
    let store: Store;
    let api: Api;
    let names: ReadonlyMap<string, string>;

    beforeAll(async () => {
      store = await open();
      const example = examples.find((one) => one.name === name);
      if (!example) throw new Error(`There is no example ${name}`);
      const report = await loadExample(store, example);
      if (!report.complete) throw new Error(JSON.stringify(report.scripts));
      api = await apiOf(store);
      const ends = await api.data(
        `{ relations(first: 500) { nodes { source { id name } target { id name } } } }`,
      );
      const nodes = ends['relations'].nodes.flatMap((relation: Data) => [
        relation['source'],
        relation['target'],
      ]);
      names = new Map(nodes.map((node: Data) => [node['id'], node['name']]));
    });

    const idOf = (wanted: string): string => {
      const found = [...names].find(([, called]) => called === wanted)?.[0];
      if (found === undefined) throw new Error(`${wanted} is not there`);
      return found;
    };

    async function same(title: string, document: string, variables: Record<string, unknown> = {}) {
      const data = await api.data(document, variables);
      const plain = comparable(data, names);
      const key = `${name} ${title}`;
      if (!answers.has(key)) answers.set(key, plain);
      expect(plain).toEqual(answers.get(key));
      return data;
    }

    it('is found by names, misspelt ones too', async () => {
      const { search } = await same(
        'search',
        `query ($q: String!) { search(query: $q) { edges { snippet field node { id ... on Entity { name type labels } } } } }`,
        { q: misspelt },
      );
      expect(search.edges[0].node).toMatchObject({ name: hub });
    });

    it('is told by labels, types and counts', async () => {
      const { types, statistics } = await same(
        'types',
        `{ types { entityTypes { name label described count } relationTypes { name caption described count ends { sourceType targetType count } } } statistics { entities relations claims articles } }`,
      );
      const counted = (of: readonly Data[], wanted: string) => of.find((one) => one['name'] === wanted);
      expect(counted(types.entityTypes, label)).toMatchObject({ described: false });
      expect(counted(types.entityTypes, label)?.['count']).toBeGreaterThan(1);
      expect(counted(types.relationTypes, type)?.['count']).toBeGreaterThan(1);
      expect(statistics.entities).toBeGreaterThan(6);
    });

    it('has entities with a name, a type, properties and neighbours', async () => {
      const { entity } = await same(
        'entity',
        `query ($id: ID!) { entity(id: $id) { id name type labels properties degree isSource
          neighborCounts { relationType direction entityType count }
          neighbors(first: 100) { totalCount nodes { id name type } edges { relationCount relations { id caption standing } } }
          relations(first: 100) { totalCount edges { neighbor { id name } node { id type standing claimCount originCount } } } } }`,
        { id: idOf(hub) },
      );
      expect(entity).toMatchObject({ name: hub });
      expect(entity.neighbors.totalCount).toBe(entity.neighbors.nodes.length);
      expect(entity.relations.totalCount).toBe(entity.relations.edges.length);
    });

    it('has relations with claims that are known by the ids of the database', async () => {
      const { relations } = await same(
        'relations',
        `{ relations(first: 500) { totalCount nodes { id type source { id name } target { id name } claims { totalCount nodes { id quote status article { id } properties } } } } }`,
      );
      expect(relations.nodes).toHaveLength(relations.totalCount);
      const { id } = relations.nodes[0].claims.nodes[0];
      const { node, relation } = await api.data(
        `query ($claim: ID!, $relation: ID!) { node(id: $claim) { id ... on Claim { relation { id } } } relation(id: $relation) { id } }`,
        { claim: id, relation: relations.nodes[0].id },
      );
      expect(node).toEqual({ id, relation: { id: relations.nodes[0].id } });
      expect(relation).toEqual({ id: relations.nodes[0].id });
    });

    it('grows from a seed', async () => {
      const { subgraph } = await same(
        'subgraph',
        `query ($seeds: [ID!]!) { subgraph(seeds: $seeds, depth: 2, maxNodes: 2000, maxRelations: 5000) { truncated nodes { id name type } relations { id sourceId targetId type } } }`,
        { seeds: [idOf(hub)] },
      );
      const ids = new Set(subgraph.nodes.map((node: Data) => node['id']));
      for (const { sourceId, targetId } of subgraph.relations) {
        expect(ids.has(sourceId) && ids.has(targetId)).toBe(true);
      }
    });

    it('pages its claims: joined, the pages are the list', async () => {
      const page = `query ($after: String) { claims(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }`;
      const ids: string[] = [];
      let total = 0;
      for (let after: string | null = null, more = true; more;) {
        const { claims } = await api.data(page, { after });
        ids.push(...claims.nodes.map((node: Data) => node['id']));
        ({ hasNextPage: more, endCursor: after } = claims.pageInfo);
        total = claims.totalCount;
      }
      expect(new Set(ids).size).toBe(total);
    });
  });
});
