import { beforeAll, describe, expect, it } from 'vitest';

import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { pagesOf, told } from './list-pages.ts';
import { bucketCount, commonFor, levelsFrom, pathsFor, timelineFor } from './oracle-graph.ts';
import { listsOf } from './oracle-lists.ts';
import { type Filter, idsOf, type Oracle, oracleOf, tally } from './oracle.ts';
import { entityIds, fillWith, randomFilters, randomGraph } from './random-graph.ts';

/** How many graphs, and from which seed on: another one each time unless it is given, to see a failure again. */
const count = Number(process.env['CLAIMGRAPH_TEST_GRAPHS'] ?? 2);
const firstSeed = Number(process.env['CLAIMGRAPH_TEST_SEED'] ?? Date.now() % 1_000_000);
const filterCount = 3;
const seeds = Array.from({ length: count }, (_, number) => firstSeed + number);

/** What the first store answered, by seed and question: what no oracle tells is the same on every store. */
const answers = new Map<string, Data>();

function sameOnEveryStore(question: string, answer: Data): void {
  const known = answers.get(question) ?? answer;
  answers.set(question, known);
  expect({ question, answer }).toEqual({ question, answer: known });
}

forEachStore((_, open) => {
  describe.each(seeds)('graph of seed %i', (seed) => {
    const graph = randomGraph(seed);
    const filters = randomFilters(seed, filterCount);
    const oracle = oracleOf(graph);
    let api: Api;
    beforeAll(async () => {
      const store = await open();
      await fillWith(store, graph);
      api = await apiOf(store);
    });

    it('lists what there is, in the stated order', async () => {
      const lists = listsOf(oracle, filters);
      const pages = await pagesOf(api, lists, () => 'first: 100');
      for (const [index, list] of lists.entries()) {
        const page = pages[index];
        const found = { ids: idsOf(page?.['nodes']), total: page?.['totalCount'] };
        expect({ ...told(list), ...found }).toEqual({ ...told(list), ids: list.ids, total: list.ids.length });
      }
    });

    it('gives the same in pages, forward and backward', async () => {
      for (const forward of [true, false]) {
        const open = listsOf(oracle, filters).map((list, index) => ({
          list,
          size: (index % 5) + 2,
          ids: [] as string[],
          cursor: null as string | null,
        }));
        for (let left = open; left.length > 0;) {
          const sizes = new Map(left.map((one) => [one.list, one]));
          const pages = await pagesOf(
            api,
            left.map(({ list }) => list),
            (list) => {
              const { size = 1, cursor = null } = sizes.get(list) ?? {};
              const start =
                cursor === null ? '' : `, ${forward ? 'after' : 'before'}: ${JSON.stringify(cursor)}`;
              return `${forward ? 'first' : 'last'}: ${size}${start}`;
            },
          );
          left = left.filter((one, index) => {
            const page = pages[index] as Data;
            const ids = idsOf(page['nodes']);
            one.ids = forward ? [...one.ids, ...ids] : [...ids, ...one.ids];
            const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page['pageInfo'];
            expect({ ...told(one.list), more: forward ? hasPreviousPage : hasNextPage }).toEqual({
              ...told(one.list),
              more: one.cursor !== null,
            });
            one.cursor = forward ? endCursor : startCursor;
            return forward ? hasNextPage : hasPreviousPage;
          });
        }
        for (const { list, ids } of open)
          expect({ ...told(list), ids }).toEqual({ ...told(list), ids: list.ids });
      }
    });

    it('tells of each claim, relation and entity what follows from all', async () => {
      const data = await api.data(`{
        relations(first: 100) { nodes { id standing originCount claimCount statusCounts { status count } claims(first: 100) { totalCount } } }
        claims(first: 100) { nodes { id originId disputes { id } disputedBy { id } relation { id } attributedTo { id } } }
        entities(first: 100) { nodes { id name type labels degree neighborCounts { relationType direction entityType count } mentionedIn(first: 50) { totalCount nodes { id } } } }
        articles(first: 100) { totalCount nodes { id mentions(first: 50) { totalCount nodes { id } } } }
        statistics { entities relations claims articles sources }
      }`);
      for (const { id, standing, originCount, claimCount, statusCounts, claims } of data['relations'].nodes) {
        const known = oracle.relations.find((one) => one.id === id);
        const statuses = Object.fromEntries(
          statusCounts.map(({ status, count: own }: Data) => [status, own]),
        );
        expect({ id, standing, originCount, claimCount, statuses, total: claims.totalCount }).toEqual({
          id, standing: known?.standing, originCount: known?.originCount, claimCount: known?.claims.length, total: known?.claims.length,
          statuses: Object.fromEntries(tally((known?.claims ?? []).map(({ status }) => String(status?.toUpperCase() ?? null)))),
        }); // oxfmt-ignore
      }
      for (const { id, originId, disputes, disputedBy, relation, attributedTo } of data['claims'].nodes) {
        const known = graph.claims.find((one) => one.id === id);
        const there = (ids: readonly string[] | null | undefined, all: readonly { readonly id: string }[]) =>
          (ids ?? []).filter((one) => idsOf(all).includes(one));
        expect({ id, originId, disputes: idsOf(disputes), disputedBy: idsOf(disputedBy), relation: relation.id, attributedTo: idsOf(attributedTo) }).toEqual({
          id, originId: known ? oracle.originOf(known) : null, disputes: there(known?.disputes, graph.claims), disputedBy: idsOf(oracle.disputedBy(id)),
          relation: `${known?.source}~${known?.type}~${known?.target}`, attributedTo: there(known?.attributedTo, graph.entities),
        }); // oxfmt-ignore
      }
      for (const { id, name, type, labels, degree, neighborCounts, mentionedIn } of data['entities'].nodes) {
        const known = graph.entities.find((one) => one.id === id);
        const counts = Object.fromEntries(
          neighborCounts.map((one: Data) => [
            `${one['relationType']} ${one['direction']} ${one['entityType']}`,
            one['count'],
          ]),
        );
        expect({ id, name, type, labels, degree, counts, mentionedIn: idsOf(mentionedIn.nodes), total: mentionedIn.totalCount }).toEqual({
          id, name: oracle.nameOf(id), type: oracle.typeOf(id), labels: known && oracle.labelsOf(known).toSorted(), degree: oracle.degreeOf(id),
          counts: Object.fromEntries(oracle.neighborCountsFor(id, {})), mentionedIn: idsOf(oracle.latestFirst(oracle.mentioning(id))), total: oracle.mentioning(id).length,
        }); // oxfmt-ignore
      }
      expect(idsOf(data['articles'].nodes)).toEqual(idsOf(oracle.latestFirst(graph.articles)));
      for (const { id, mentions } of data['articles'].nodes) {
        const named = graph.entities.filter((one) => oracle.articles.get(id)?.mentions.includes(one.id));
        expect({ id, mentions: idsOf(mentions.nodes), total: mentions.totalCount }).toEqual({
          id,
          mentions: idsOf(oracle.byName(named)),
          total: named.length,
        });
      }
      expect(data['statistics']).toEqual({
        entities: graph.entities.length,
        relations: oracle.relations.length,
        claims: graph.claims.length,
        articles: graph.articles.length,
        sources: graph.entities.filter(({ isSource }) => isSource).length,
      });
    });

    it('divides lists into facets', async () => {
      for (const filter of [{}, ...filters] as Filter[]) {
        const data = await api.data(
          `query($filter: ClaimFilter, $entities: EntityFilter) {
            relations(filter: $filter) { facets(by: ["type", "status", "article", "publisher", "attributedTo", "standing"]) { ...F } }
            entities(filter: $entities) { facets(by: ["type", "isSource", "article"]) { ...F } }
          }
          fragment F on Facet { by valueCount values { value count } }`,
          { filter, entities: { claims: filter } },
        );
        const valuesOf: Record<string, (claim: Oracle['graph']['claims'][number]) => readonly (string | null | undefined)[]> = {
          type: ({ type }) => [type], status: ({ status }) => [status?.toUpperCase()], article: ({ article }) => [article],
          publisher: ({ article }) => [oracle.articles.get(article ?? '')?.publisher], attributedTo: ({ attributedTo }) => attributedTo ?? [],
        }; // oxfmt-ignore
        const relations = oracle.relationsFor(filter);
        const entities = oracle.entitiesFor({ claims: filter }, 'NAME');
        const facets = [
          ...Object.entries(valuesOf).map(
            ([by, values]) =>
              [
                by,
                relations.map(({ claims }) =>
                  claims.filter((one) => oracle.passes(one, filter)).flatMap(values),
                ),
              ] as const,
          ),
          ['standing', relations.map(({ standing }) => [standing])] as const,
          ['type', entities.map(({ id }) => [oracle.typeOf(id)])] as const,
          ['isSource', entities.map(({ isSource }) => [String(isSource)])] as const,
          ['article', entities.map(({ id }) => idsOf(oracle.mentioning(id)))] as const,
        ];
        const expected = facets.map(([by, items]) => {
          const counts = tally(
            items.flatMap((values) => [...new Set(values)].filter((value) => typeof value === 'string')),
          );
          return { filter, by, valueCount: counts.size, counts: Object.fromEntries(counts) };
        });
        const found = [...data['relations'].facets, ...data['entities'].facets].map(({ by, valueCount, values }: Data) => ({
          filter, by, valueCount, counts: Object.fromEntries(values.map(({ value, count: own }: Data) => [value, own])),
        })); // oxfmt-ignore
        expect(found).toEqual(expected);
      }
    });

    it('counts claims by time', async () => {
      for (const [index, filter] of ([{}, ...filters] as Filter[]).entries()) {
        for (const clock of ['VALID', 'PUBLISHED']) {
          const about = index % 2 === 0 ? null : entityIds.slice(0, index % 4);
          const unit = ['MONTH', 'DAY', 'WEEK', 'QUARTER', 'YEAR'][index % 5] ?? 'DAY';
          const document = `query($about: [ID!], $filter: ClaimFilter) { timeline(about: $about, filter: $filter, clock: ${clock}, unit: ${unit}) {
            undated spanning totalClaims buckets { start count statusCounts { status count } } } }`;
          const expected = timelineFor(oracle, { about, filter, clock, unit });
          // Those of more buckets than there may be are refused, which is another test's subject.
          if (bucketCount(Object.keys(expected.counts), unit) > 1_000) continue;
          const { buckets, ...numbers } = (await api.data(document, { about, filter }))['timeline'];
          const counts = Object.fromEntries(
            buckets.filter((one: Data) => one['count'] > 0).map((one: Data) => [one['start'], one['count']]),
          );
          const statusCounts = Object.fromEntries(
            buckets.flatMap((one: Data) =>
              one['statusCounts'].map((own: Data) => [`${one['start']} ${own['status']}`, own['count']]),
            ),
          );
          const asked = { filter, about, clock, unit };
          expect({ asked, ...numbers, counts, statusCounts }).toEqual({ asked, ...expected });
        }
      }
    });

    it('finds all paths, the best first', async () => {
      for (const [index, filter] of ([{}, ...filters] as Filter[]).entries()) {
        for (const rankBy of ['SHORTEST', 'STRONGEST_EVIDENCE']) {
          const between = [
            ...new Set([
              entityIds[index % 8] ?? '',
              entityIds[(index * 3 + 1) % 8] ?? '',
              ...(index % 3 === 0 ? [entityIds[(index + 5) % 8] ?? ''] : []),
            ]),
          ];
          const asked = {
            between,
            maxLength: (index % 4) + 1,
            filter,
            directed: index % 2 === 1,
            maxDegree: index % 4 === 3 ? 4 : null,
            rankBy,
          };
          if (between.length < 2) continue;
          const { paths } = await api.data(
            `query($between: [ID!]!, $maxLength: Int, $filter: ClaimFilter, $directed: Boolean, $maxDegree: Int, $rankBy: PathRank) {
              paths(between: $between, maxLength: $maxLength, filter: $filter, directed: $directed, maxDegree: $maxDegree, rankBy: $rankBy, k: 20) {
                complete truncation { limit } paths { rank length support hops { from { id } to { id } relation { id } } } } }`,
            asked,
          );
          const all = pathsFor(oracle, asked);
          const found = paths.paths.map(({ support, hops }: Data) => ({
            nodes: [hops[0].from.id, ...hops.map(({ to }: Data) => to.id)], relations: hops.map(({ relation }: Data) => relation.id), support,
          })); // oxfmt-ignore
          expect({ asked, found, complete: paths.complete, cut: paths.truncation.length }).toEqual({
            asked,
            found: all.slice(0, 20),
            complete: true,
            cut: all.length > 20 ? 1 : 0,
          });
        }
      }
    });

    it('gives what is around seeds, measures it, and says what it leaves out', async () => {
      for (const [index, filter] of ([{}, ...filters] as Filter[]).entries()) {
        const seedIds = [
          entityIds[index % 8] ?? '',
          ...(index % 2 === 0 ? [entityIds[(index + 3) % 8] ?? ''] : []),
        ];
        const asked = {
          seeds: seedIds,
          depth: index % 4,
          filter,
          maxNodes: index % 3 === 0 ? 4 : 100,
          maxRelations: index % 3 === 1 ? 3 : 100,
        };
        const data = await api.data(
          `query($seeds: [ID!]!, $depth: Int, $filter: ClaimFilter, $maxNodes: Int, $maxRelations: Int) {
            subgraph(seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes, maxRelations: $maxRelations) { nodes { id } relations { id } truncated truncation { limit shown total } }
            DEGREE: analysis(measure: DEGREE, seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes) { ...A }
            PAGERANK: analysis(measure: PAGERANK, seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes) { ...A }
            BETWEENNESS: analysis(measure: BETWEENNESS, seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes) { ...A }
            COMMUNITIES: analysis(measure: COMMUNITIES, seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes) { ...A }
            whole: analysis(measure: DEGREE, filter: $filter) { ...A }
          } fragment A on Analysis { relationCount nodes { entity { id } score community } truncation { limit shown total } }`,
          asked,
        );
        sameOnEveryStore(`${seed} analysis ${index}`, data);
        const { nodes, relations, truncation } = data['subgraph'];
        const levels = levelsFrom(oracle, asked);
        const reached = levels.flat();
        expect({ asked, count: nodes.length }).toEqual({
          asked,
          count: Math.min(reached.length, asked.maxNodes),
        });
        const wanted = levels.map((level, depth) =>
          idsOf(nodes)
            .slice(levels.slice(0, depth).flat().length, levels.slice(0, depth + 1).flat().length)
            .every((id) => level.includes(id)),
        );
        expect({ asked, wanted }).toEqual({ asked, wanted: levels.map(() => true) });
        const among = oracle
          .relationsFor({ ...filter, neighborTypes: undefined })
          .filter(({ source, target }) => [source, target].every((id) => idsOf(nodes).includes(id)));
        const inOrder = idsOf(oracle.relationsInOrder('CLAIMS', among));
        expect({ asked, relations: idsOf(relations) }).toEqual({
          asked,
          relations: inOrder.slice(0, asked.maxRelations),
        });
        expect({ asked, cut: truncation.map(({ limit }: Data) => limit) }).toEqual({
          asked,
          cut: [
            ...(reached.length > asked.maxNodes ? ['maxNodes'] : []),
            ...(inOrder.length > asked.maxRelations ? ['maxRelations'] : []),
          ],
        });
        const degrees = Object.fromEntries(
          idsOf(nodes).map((id) => [
            id,
            among.filter(({ source, target }) => source !== target && [source, target].includes(id)).length,
          ]),
        );
        const scores = Object.fromEntries(
          data['DEGREE'].nodes.map(({ entity, score }: Data) => [entity.id, score]),
        );
        expect({ asked, scores }).toEqual({ asked, scores: degrees });
      }
    });

    it('finds names, quotes and what is common, the same on every store', async () => {
      for (const [index, filter] of ([{}, ...filters] as Filter[]).entries()) {
        const name = graph.entities[index % 8]?.name ?? 'zoe';
        const of = entityIds.slice(index % 6, (index % 6) + 2);
        const data = await api.data(
          `query($filter: ClaimFilter, $of: [ID!]!, $name: String!, $names: [String!]!) {
            commonNeighbors(of: $of, filter: $filter, first: 100) { totalCount edges { node { id } relations { id } } }
            search(query: $name, in: [ENTITIES, QUOTES, ARTICLES], first: 100) { totalCount edges { node { id } score field snippet highlights { start end } distance } facets(by: ["scope", "type"]) { by values { value count } } }
            matchNames(names: $names) { query candidateCount candidates { entity { id } score exact distance matched } }
            types { entityTypes { name count properties { key valueTypes count } } relationTypes { name count ends { sourceType targetType count } properties { key valueTypes count } } }
          }`,
          { filter, of, name, names: [name, 'an', 'zo', 'ohara', `"${name}"`] },
        );
        sameOnEveryStore(`${seed} search ${index}`, data);
        const found = data['commonNeighbors'].edges.map(({ node, relations }: Data) => ({
          id: node.id,
          relations: idsOf(relations),
        }));
        expect({ of, filter, found }).toEqual({ of, filter, found: commonFor(oracle, of, filter) });
        // A name of signs alone is no word, and an entity without a name is not found by its id.
        const called = graph.entities.filter(
          (one) => /\p{L}/u.test(name) && [one.name, ...(one.aliases ?? [])].includes(name),
        );
        const hits = data['search'].edges.map(({ node, distance }: Data) => `${node.id} ${distance}`);
        expect({ name, hits }).toEqual({
          name,
          hits: expect.arrayContaining(called.map(({ id }) => `${id} 0`)),
        });
        const exact = data['matchNames'][0].candidates.filter((one: Data) => one['exact']);
        expect({ name, exact: exact.length }).toEqual({
          name,
          exact: expect.toSatisfy((found: number) => found >= Math.min(called.length, 5)),
        });
        const types = Object.fromEntries(
          data['types'].relationTypes
            .filter((one: Data) => one['count'] > 0)
            .map((one: Data) => [one['name'], one['count']]),
        );
        expect(types).toEqual(Object.fromEntries(tally(oracle.relations.map(({ type }) => type))));
      }
    });
  });
});
