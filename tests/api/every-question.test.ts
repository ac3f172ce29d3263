import { beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { type Example, examples, loadExample } from '../loader/examples/examples.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore, type OpenStore } from '../support/stores.ts';
import { comparable, type Names, namesOf } from './any-answers.ts';
import { type Api, apiOf } from './ask.ts';
import { foreignGraph } from './foreign-graph.ts';
import { articleWords, everyQuestion, type Subjects } from './questions.ts';

/** A graph, and what questions about it are about; entities by name or id. */
interface Graph extends Omit<Subjects, 'entity' | 'relation' | 'claim' | 'others'> {
  readonly graph: string;
  readonly open: (open: OpenStore) => Promise<Store>;
  readonly around: readonly string[];
}

const graphs: readonly Graph[] = [
  {
    graph: 'an article',
    open: openLoadedStore,
    around: ['cia', 'venezuela', 'delcy-rodriguez'],
    ...articleWords,
  },
  {
    graph: 'movies',
    open: (open) => exampleIn(open, 'movies'),
    around: ['Nadia Fjord', 'Boris Sperber', 'The Iron Meridian'],
    names: ['nadja fjord', 'Iron'],
    label: 'Movie',
    type: 'ACTED_IN',
    text: 'iron',
    property: { key: 'released', value: 1951 },
  },
  {
    graph: 'northwind',
    open: (open) => exampleIn(open, 'northwind'),
    around: ['Moon jam, small', 'Spreads'],
    names: ['moom jam'],
    label: 'Product',
    type: 'CONTAINS',
    text: 'jam',
    property: { key: 'discontinued', value: false },
  },
  {
    graph: 'mixed things',
    open: async (open) => {
      const store = await openLoadedStore(open);
      await loadExample(store, exampleNamed('movies'));
      await store.write(async (transaction) => {
        for (const statement of foreignGraph) await transaction.run(statement);
      });
      return store;
    },
    around: ['Spaced', 'Tilde', 'cia'],
    names: ['own id', 'Tilde', 'nadja fjord'],
    label: 'A B',
    type: 'a~b',
    text: 'x',
    property: { key: 'name', value: 7 },
  },
];

function exampleNamed(name: string): Example {
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`There is no example ${name}`);
  return example;
}

async function exampleIn(open: OpenStore, name: string): Promise<Store> {
  const store = await open();
  expect(await loadExample(store, exampleNamed(name))).toMatchObject({ complete: true });
  return store;
}

async function subjectsOf(api: Api, names: Names, { around, ...graph }: Graph): Promise<Subjects> {
  const others = around.map((wanted) => {
    const found = Array.from(names).find(([id, name]) => id === wanted || name === wanted)?.[0];
    if (found === undefined) throw new Error(`${wanted} is not there`);
    return found;
  });
  const [entity = ''] = others;
  const { entity: read } = await api.data(
    'query ($id: ID!) { entity(id: $id) { relations(orderBy: TYPE, first: 1) { nodes { id claims { nodes { id } } } } } }',
    { id: entity },
  );
  const [relation] = read.relations.nodes;
  return { ...graph, entity, others, relation: relation.id, claim: relation.claims.nodes[0].id };
}

/** What the first store answered, which is the embedded one: the other has to answer the same. */
const answers = new Map<string, unknown>();

forEachKindOfStore((_name, open) => {
  describe.each(graphs)('the graph of $graph', (graph) => {
    let api: Api;
    let names: Names;
    let subjects: Subjects;
    beforeAll(async () => {
      api = await apiOf(await graph.open(open));
      names = await namesOf(api);
      subjects = await subjectsOf(api, names, graph);
    });

    const titles = everyQuestion({ ...graph, entity: '', others: [], relation: '', claim: '' }).map(
      ({ title }) => title,
    );

    it.each(titles)('is asked alike: %s', async (title) => {
      const question = everyQuestion(subjects).find((one) => one.title === title);
      const data = await api.data(question?.document ?? '', question?.variables);
      const plain = comparable(data, names);
      const key = `${graph.graph}: ${title}`;
      if (!answers.has(key)) answers.set(key, plain);
      expect(plain).toEqual(answers.get(key));
    });

    it('gives ids by which everything is found again', async () => {
      const { entities, relations } = await api.data(
        `{ entities(first: 500) { nodes { id } } relations(first: 500) { totalCount nodes { id claims(first: 100) { nodes { id } } } } }`,
      );
      const claims = relations.nodes.flatMap(
        (relation: { claims: { nodes: unknown[] } }) => relation.claims.nodes,
      );
      const ids = [...entities.nodes, ...relations.nodes, ...claims].map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (let from = 0; from < ids.length; from += 500) {
        const asked = ids.slice(from, from + 500);
        const { nodes } = await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: asked });
        expect(nodes).toEqual(asked.map((id) => ({ id })));
      }
    });
  });
});
