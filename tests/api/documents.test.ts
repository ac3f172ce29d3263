import { beforeAll, describe, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import {
  article,
  denials,
  documents,
  evidence,
  expand,
  graphFrame,
  whatDidMyArticleAdd,
} from './documents.ts';

/** What the first store answered, which is the embedded one: every other has to answer the same. */
const answers = new Map<string, Data>();

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });

  it.each(documents)('$name is answered alike by every store', async ({ name, document, variables }) => {
    const answer = await api.data(document, variables);
    const expected = answers.get(name) ?? answer;
    answers.set(name, expected);
    expect(answer).toEqual(expected);
  });

  describe('says what the article says', () => {
    it('an entity knows its relations, best evidence first', async () => {
      const { entity } = await api.data(expand, { id: 'delcy-rodriguez' });
      const { edges, totalCount } = entity.relations;
      expect(entity).toMatchObject({ name: 'Delcy Rodríguez', type: 'Person' });
      expect(edges.length).toBe(totalCount);
      const evidenceOf = ({ node }: Data): number => node.originCount * 1000 + node.claimCount;
      const ranks = edges.map(evidenceOf);
      expect(ranks).toEqual(ranks.toSorted((one: number, other: number) => other - one));
      const counted = entity.neighborCounts.reduce((sum: number, { count }: Data) => sum + count, 0);
      expect(counted).toBe(totalCount);
    });

    it('a denial stands beside what it denies', async () => {
      const { relation } = await api.data(evidence, {
        id: 'delcy-rodriguez~REJECTS_ORDERS_OF~united-states',
      });
      expect(relation.standing).toBe('DISPUTED');
      const denial = relation.claims.nodes.find(({ status }: Data) => status === 'DENIED');
      expect(denial.attributedTo[0]).toEqual({ id: 'donald-trump', name: 'Donald Trump', anonymous: false });
      expect(denial.disputes.length).toBeGreaterThan(0);
      for (const disputed of denial.disputes) {
        const other = relation.claims.nodes.find(({ id }: Data) => id === disputed.id);
        expect(other?.disputedBy.map(({ id }: Data) => id) ?? [denial.id]).toContain(denial.id);
      }
      for (const claim of relation.claims.nodes) expect(claim.context).toContain(claim.quote.slice(0, 10));
    });

    it('Denials finds who denied what', async () => {
      const { claims } = await api.data(denials, { speaker: ['donald-trump'] });
      expect(claims.totalCount).toBe(claims.nodes.length);
      expect(claims.nodes.map(({ relation }: Data) => relation.type)).toContain('REJECTS_ORDERS_OF');
      expect((await api.data(denials, { speaker: ['cuba'] })).claims).toEqual({ totalCount: 0, nodes: [] });
    });

    it('GraphFrame gives every relation with both ends', async () => {
      const { subgraph } = await api.data(graphFrame, { seeds: [article] });
      const ids = new Set(subgraph.nodes.map(({ id }: Data) => id));
      expect(subgraph.truncated).toBe(false);
      expect(subgraph.edges.length).toBeGreaterThan(50);
      for (const { source, target } of subgraph.edges)
        expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
    });

    it('every quote has its place in the text, and claims come in its order', async () => {
      const { article: found, types } = await api.data(whatDidMyArticleAdd, { id: article });
      const starts = found.claims.nodes.map(({ quoteAt }: Data) => quoteAt.start);
      expect(starts).toEqual(starts.toSorted((one: number, other: number) => one - other));
      expect(found.claims.totalCount).toBe(found.claims.nodes.length);
      const twice = found.claims.nodes.filter(({ quotePlaces }: Data) => quotePlaces.length === 2);
      expect(twice.length).toBeGreaterThan(0);
      const { entityTypes, relationTypes } = types;
      const { statistics } = await api.data('{ statistics { entities relations } }');
      const total = (list: readonly Data[]): number => list.reduce((sum, { count }) => sum + count, 0);
      expect([total(entityTypes), total(relationTypes)]).toEqual([statistics.entities, statistics.relations]);
    });

    it('a retelling and its anonymous sources are one origin', async () => {
      const { claims } = await api.data(
        '{ claims(first: 500) { nodes { originId attributedTo { id anonymous } } } }',
      );
      const viaCnn = claims.nodes.filter(({ attributedTo: [first] }: Data) =>
        first.id.includes('-cnn-2026-01-27'),
      );
      expect(viaCnn.length).toBeGreaterThan(5);
      expect(new Set(viaCnn.map(({ originId }: Data) => originId))).toEqual(
        new Set(['2026-01-27-cnn-cia-venezuela']),
      );
    });
  });

  describe('subgraph', () => {
    const sizes = `query Grow($seeds: [ID!]!, $depth: Int, $maxNodes: Int, $maxRelations: Int, $filter: ClaimFilter) {
      subgraph(seeds: $seeds, depth: $depth, maxNodes: $maxNodes, maxRelations: $maxRelations, filter: $filter) {
        truncated truncation { limit shown total orderedBy } nodes { id } relations { id sourceId targetId standing }
      }
    }`;

    it('of depth 0 gives the relations among the seeds alone', async () => {
      const { subgraph } = await api.data(sizes, { seeds: ['cia', 'venezuela', 'nobody'], depth: 0 });
      expect(subgraph.nodes).toEqual([{ id: 'cia' }, { id: 'venezuela' }]);
      expect(subgraph.relations.map(({ id }: Data) => id)).toEqual(['cia~INFLUENCES~venezuela']);
    });

    it('states in numbers what its limits left out', async () => {
      const { entity } = await api.data('{ entity(id: "cia") { neighbors(first: 0) { totalCount } } }');
      const { subgraph } = await api.data(sizes, { seeds: ['cia'], depth: 1, maxNodes: 5, maxRelations: 2 });
      expect([subgraph.nodes.length, subgraph.relations.length, subgraph.truncated]).toEqual([5, 2, true]);
      expect(subgraph.truncation.map(({ limit, shown }: Data) => [limit, shown])).toEqual([
        ['maxNodes', 5],
        ['maxRelations', 2],
      ]);
      expect(subgraph.truncation[0].total).toBe(entity.neighbors.totalCount + 1);
    });

    it('walks only what the filter leaves', async () => {
      const filter = { standing: ['DISPUTED'] };
      const { subgraph } = await api.data(sizes, { seeds: ['delcy-rodriguez'], depth: 2, filter });
      expect(subgraph.relations.length).toBeGreaterThan(0);
      expect(new Set(subgraph.relations.map(({ standing }: Data) => standing))).toEqual(
        new Set(['DISPUTED']),
      );
      const ends = subgraph.relations.flatMap(({ sourceId, targetId }: Data) => [sourceId, targetId]);
      expect(new Set(subgraph.nodes.map(({ id }: Data) => id))).toEqual(new Set(ends));
    });
  });

  it('what is not there is null, and no error', async () => {
    const ids = ['nobody', 'a~MET~b', `${article}/nothing`];
    const document = '{ entity(id: "nobody") { id } relation(id: "a") { id } article(id: "x") { id } }';
    expect(await api.data(document)).toEqual({ entity: null, relation: null, article: null });
    const asked = await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(asked).toEqual({ nodes: [null, null, null] });
  });
});
