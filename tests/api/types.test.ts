import { beforeAll, describe, expect, it } from 'vitest';

import { giveGraphId } from '../../server/src/loader/graph-id.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

const properties = 'properties { key valueTypes count sampled }';

forEachStore((_, open) => {
  let store: Store;
  let api: Api;
  beforeAll(async () => {
    store = await openLoadedStore(open);
    api = await apiOf(store);
  });

  describe('types', () => {
    it('tell what is stored of their entities and claims, with counts and kinds of values', async () => {
      const { types } = await api.data(
        `{ types { entityTypes { name count ${properties} } relationTypes { name count ${properties} } } }`,
      );
      const person = types.entityTypes.find(({ name }: Data) => name === 'Person');
      expect(person.properties).toContainEqual({
        key: 'id',
        valueTypes: ['String'],
        count: person.count,
        sampled: false,
      });
      expect(person.properties).toContainEqual(
        expect.objectContaining({ key: 'aliases', valueTypes: ['[String]'] }),
      );
      const influences = types.relationTypes.find(({ name }: Data) => name === 'INFLUENCES');
      expect(influences.properties[0]).toMatchObject({ key: 'article', valueTypes: ['String'] });
      expect(influences.properties[0].count).toBeGreaterThanOrEqual(influences.count);
      for (const { count, properties: own } of [...types.entityTypes, ...types.relationTypes]) {
        expect(own.length > 0).toBe(count > 0);
      }
    });

    it('know the properties of a type that nobody described, whatever their values are', async () => {
      await store.write(async (transaction) => {
        await transaction.run(
          `CREATE (:Entity:Robot {id: 'r1', wheels: 4, weight: 1.5, on: true}) CREATE (:Entity:Robot {id: 'r2', wheels: 'many', sizes: [1, 2]})`,
        );
      });
      const { types } = await api.data(`{ types { entityTypes { name ${properties} } } }`);
      const robot = types.entityTypes.find(({ name }: Data) => name === 'Robot');
      expect(robot.properties.map(({ key, valueTypes, count }: Data) => [key, valueTypes, count])).toEqual([
        ['id', ['String'], 2],
        ['wheels', ['Int', 'String'], 2],
        ['on', ['Boolean'], 1],
        ['sizes', ['[Int]'], 1],
        ['weight', ['Float'], 1],
      ]);
      await store.write(async (transaction) => transaction.run('MATCH (n:Robot) DELETE n'));
    });
  });

  describe('what takes a walk over the whole graph', () => {
    const counts = `{ statistics { relations claims revision } types { relationTypes { name count ${properties} } } }`;

    it('is kept until the graph changes, whoever changes it', async () => {
      await giveGraphId(store);
      const before = await api.data(counts);
      expect(await api.data(counts)).toEqual(before);
      await store.write(async (transaction) => {
        await transaction.run(
          `MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cuba'}) CREATE (a)-[:SPOTTED {id: 'elsewhere/c1', colour: 'red'}]->(b)`,
        );
      });
      const after = await api.data(counts);
      expect(after['statistics']).toMatchObject({
        relations: before['statistics'].relations + 1,
        claims: before['statistics'].claims + 1,
      });
      const spotted = after['types'].relationTypes.find(({ name }: Data) => name === 'SPOTTED');
      expect(spotted).toMatchObject({ count: 1 });
      expect(spotted.properties.map(({ key }: Data) => key)).toEqual(['colour', 'id']);
      await store.write(async (transaction) => transaction.run('MATCH ()-[c:SPOTTED]->() DELETE c'));
      expect(await api.data(counts)).toEqual(before);
    });

    it('has the graph and its last change for a name', async () => {
      await giveGraphId(store);
      const { statistics, graphId, changes } = await api.data(
        '{ graphId statistics { revision } changes(first: 1) { totalCount } }',
      );
      expect(statistics.revision).toBe(`${graphId}.${changes.totalCount}`);
    });
  });
});
