import { inspect } from 'node:util';

import { beforeAll, describe, expect, it } from 'vitest';

import { createContext } from '../../server/src/graphql/base/context.ts';
import { inForm } from '../../server/src/graphql/base/graph-form.ts';
import { type GraphShape, readShape } from '../../server/src/graphql/base/graph-shape.ts';
import { nextNeighbors, relationsWithin } from '../../server/src/graphql/base/grow-statements.ts';
import {
  claimsById,
  claimsOfRelations,
  entitiesById,
  propertiesOfEntities,
} from '../../server/src/graphql/base/load-statements.ts';
import { relationsOfEntities } from '../../server/src/graphql/base/relation-statements.ts';
import { commonNeighborList } from '../../server/src/graphql/common-neighbors/statements.ts';
import { neighborCounts, neighbors } from '../../server/src/graphql/entity/statements.ts';
import { stepsFrom } from '../../server/src/graphql/paths/statements.ts';
import { passingOn } from '../../server/src/store/passing-on.ts';
import type { Statement } from '../../server/src/store/statement.ts';
import type { Store } from '../../server/src/store/store.ts';
import { shippedVocabulary } from '../support/loaded-store.ts';
import { testNeo4js } from '../support/neo4j.ts';
import { forOneNeo4j } from '../support/stores.ts';
import { namesOf } from './any-answers.ts';
import { type Api, apiOf } from './ask.ts';
import { foreignGraph, foreignToNeo4j } from './foreign-graph.ts';
import { planOf } from './plan.ts';
import { everyQuestion } from './questions.ts';

/** Statements that look something up by ids, whatever they go on to. */
const lookups: readonly Statement[] = [
  entitiesById,
  propertiesOfEntities,
  claimsOfRelations,
  relationsOfEntities,
  neighbors,
  neighborCounts,
  nextNeighbors,
  relationsWithin,
  commonNeighborList,
  stepsFrom,
] as readonly Statement[];

forOneNeo4j((_name, open) => {
  describe('a foreign graph in a Neo4j', () => {
    let store: Store;
    let api: Api;
    let graph: GraphShape;
    beforeAll(async () => {
      store = await open();
      await store.write(async (transaction) => {
        for (const statement of [...foreignGraph, ...foreignToNeo4j]) await transaction.run(statement);
      });
      await store.schema('CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id)');
      api = await apiOf(store);
      graph = await readShape(store);
    });

    it('is answered, with values that no other store has', async () => {
      const names = await namesOf(api);
      const idOf = (wanted: string): string =>
        Array.from(names).find(([, name]) => name === wanted)?.[0] ?? '';
      const others = ['Spaced', 'Tilde', 'Backtick'].map(idOf);
      const { relations } = await api.data(
        '{ relations(orderBy: TYPE, first: 1) { nodes { id claims { nodes { id } } } } }',
      );
      const [relation] = relations.nodes;
      const subjects = {
        entity: idOf('Spaced'),
        others,
        relation: relation.id,
        claim: relation.claims.nodes[0].id,
        names: ['backtick'],
        label: 'back`tick',
        type: 'TIMED',
        text: 'x',
        property: { key: 'name', value: 'Backtick' },
      };
      for (const { document, variables } of everyQuestion(subjects)) {
        expect(Object.keys(await api.data(document, variables)).length).toBeGreaterThan(0);
      }
      const { entities } = await api.data(
        '{ entities(filter: { types: ["back`tick"] }) { nodes { id type } } }',
      );
      expect(entities.nodes).toEqual([{ id: idOf('Backtick'), type: 'back`tick' }]);
    });

    it('is read without what nobody asked for', async () => {
      const read: string[] = [];
      const watched: Store = {
        ...passingOn(store),
        query: async (...given) => {
          const result = await store.query(...given);
          for (const row of result.rows) read.push(inspect(row, { depth: null, maxArrayLength: null }));
          return result;
        },
        read: async (work, options) =>
          store.read(
            async (transaction) =>
              work({
                vet: async (...given) => transaction.vet(...given),
                run: async (...given) => {
                  const result = await transaction.run(...given);
                  for (const row of result.rows)
                    read.push(inspect(row, { depth: null, maxArrayLength: null }));
                  return result;
                },
              }),
            options,
          ),
      };
      const vocabulary = await shippedVocabulary();
      const context = createContext({ store: watched, vocabulary, graph: await readShape(watched) });
      for (const [id] of await namesOf(api)) await context.read(entitiesById, { ids: [id] });
      await context.ask((asked) => asked.searchText('vector', 10));
      expect(Math.max(...read.map(({ length }) => length))).toBeLessThan(3_000);
    });

    describe('of many relations', () => {
      // In a small graph the planner would rather look at everything.
      beforeAll(async () => {
        await store.write((transaction) =>
          transaction.run('UNWIND range(1, 5000) AS i CREATE (:Many)-[:NEXT]->(:Many)'),
        );
      });

      const scansOf = async (statement: Statement): Promise<readonly string[]> => {
        const [{ cypher }, parameters] = inForm(graph, statement, statement.example);
        const operators = await planOf(testNeo4js()[0], cypher, parameters);
        expect(operators.join()).toContain('ByElementIdSeek');
        return operators.filter((name) => name.includes('Scan'));
      };

      it.each(lookups)('goes straight to what has the id: $name', async (statement) => {
        expect(await scansOf(statement)).toEqual([]);
      });

      it('looks at all relations only for an id that a claim of an article has', async () => {
        expect(await scansOf(claimsById as Statement)).toHaveLength(1);
        const claims = (await api.data('{ claims(first: 3) { nodes { id } } }'))['claims'].nodes;
        const { nodes } = await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: claims.map(({ id }: { id: string }) => id),
        });
        expect(nodes).toEqual(claims);
      });
    });
  });
});
