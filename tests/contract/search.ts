import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import type { OpenStore } from '../support/stores.ts';

const entities = [
  { id: 'delcy-rodriguez', name: 'Delcy Rodríguez', aliases: ['Rodríguez', 'interim president'] },
  { id: 'jorge-rodriguez', name: 'Jorge Rodríguez', aliases: [] },
  { id: 'john-ratcliffe', name: 'John Ratcliffe', aliases: ['Ratcliffe', 'CIA director'] },
  { id: 'cia', name: 'Central Intelligence Agency', aliases: ['CIA', 'the agency'] },
  { id: 'lodz', name: 'Łódź', aliases: [] },
  { id: 'marco-rubio', name: 'Marco Rubio', aliases: ['Secretary Rubio'] },
  { id: 'port-of-nowhere', name: 'Port of Nowhere', aliases: ['the port and its docks'] },
  { id: 'norway', name: 'Norway', aliases: [] },
];

/** Finding entities by what people type: a superset, ranked elsewhere. */
export function searchContract(open: OpenStore): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await store.schema('CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
    await store.write(async (transaction) =>
      transaction.run('UNWIND $entities AS e CREATE (n:Entity:Thing) SET n += e', { entities }),
    );
  });

  const found = async (text: string) => (await store.searchText(text, 50)).map(({ id }) => id).toSorted();

  describe('searching', () => {
    it.each([
      ['rodriguez', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['RODRÍGUEZ', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['Rodri\u0301guez', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['rodrigez', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['rodr', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['delcy rod', ['delcy-rodriguez', 'jorge-rodriguez']],
      ['ratclif', ['john-ratcliffe']],
      ['Ratclfife', ['john-ratcliffe']],
      ['cia', ['cia', 'john-ratcliffe']],
      ['agency', ['cia']],
      ['lodz', ['lodz']],
      ['ŁÓD', ['lodz']],
      ['president', ['delcy-rodriguez']],
      ['and', []],
      ['port of', ['port-of-nowhere']],
      ['no', ['norway', 'port-of-nowhere']],
      ['zzzzzz', []],
    ])('finds for %s', async (text, ids) => {
      expect(await found(text)).toEqual(ids);
    });

    it('gives what there is to rank by', async () => {
      expect(await store.searchText('rubio', 5)).toEqual([
        { id: 'marco-rubio', name: 'Marco Rubio', aliases: ['Secretary Rubio'], labels: ['Entity', 'Thing'] },
      ]);
    });

    it('gives at most as many as asked for', async () => {
      expect(await store.searchText('rodriguez', 1)).toHaveLength(1);
    });

    it.each(['', '   ', '\n', '🦊', '"', '\\', '*', '?', '()', '!!', '-', '/[/', ':', '{}', '~', '^'])(
      'finds nothing for %j, without an error',
      async (text) => {
        expect(await found(text)).toEqual([]);
      },
    );

    it.each([
      ['*:*', []],
      ['(NOT)', []],
      ['name:rubio', ['marco-rubio']],
      ['rubio AND NOT rubio', ['marco-rubio']],
      ['NOT cia', ['cia', 'john-ratcliffe']],
      ['rubio^100 [a TO', ['cia', 'marco-rubio']],
      ['/rub.*/', ['marco-rubio']],
      ['"rubio marco"~0', ['marco-rubio']],
      [`${'('.repeat(90)}rubio`, ['marco-rubio']],
      [`${'('.repeat(3000)}rubio`, []],
      ['rubi\\u006f', ['marco-rubio']],
    ])('takes the syntax of search engines for text: %s', async (text, ids) => {
      expect(await found(text)).toEqual(ids);
    });

    it('answers any text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 150 }), async (text) => {
          expect((await store.searchText(text, 3)).length).toBeLessThanOrEqual(3);
        }),
        { numRuns: 100 },
      );
    });

    it('sees every change that was committed before, and none that was not', async () => {
      const change = async (cypher: string) => store.write(async (transaction) => transaction.run(cypher));
      await change("CREATE (:Entity {id: 'new', name: 'Wladimir'})");
      expect(await found('wladimir')).toEqual(['new']);
      await change("MATCH (n:Entity {id: 'new'}) SET n.name = 'Ekaterina'");
      expect(await found('wladimir')).toEqual([]);
      expect(await found('ekaterina')).toEqual(['new']);
      await store.write(
        async (transaction) => transaction.run("MATCH (n:Entity {id: 'new'}) SET n.aliases = ['Xanthippe']"),
        { rollback: true },
      );
      expect(await found('xanthippe')).toEqual([]);
      await change("MATCH (n:Entity {id: 'new'}) DETACH DELETE n");
      expect(await found('ekaterina')).toEqual([]);
    });
  });
}
