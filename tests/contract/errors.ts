import { beforeEach, describe, expect, it } from 'vitest';

import type { Store, Transaction } from '../../server/src/store/store.ts';
import type { OpenStore } from '../support/stores.ts';

const slow = 'UNWIND range(1, 3000000) AS x WITH x WHERE sqrt(x) < 0 RETURN count(x) AS value';

/** The same error for the same mistake on every store. */
export function errorsContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  const running = (cypher: string) => async (transaction: Transaction) => transaction.run(cypher);

  describe('statements that are wrong', () => {
    it.each([
      ['at the beginning', 'RETRUN 1 AS value', { line: 1, column: 1, offset: 0 }],
      ['on another line', 'MATCH (n)\n  RETRUN n', { line: 2, column: 3, offset: 12 }],
    ])('tells the place of a wrong word %s, in words of ours', async (_name, cypher, position) => {
      const reading = store.read(running(cypher));
      await expect(reading).rejects.toMatchObject({
        name: 'StoreError',
        code: 'BAD_STATEMENT',
        position,
        retriable: false,
        message: expect.not.stringMatching(/GRAFEO|Neo\.|java|\n/u) as string,
      });
    });

    it.each([
      ['nothing', '  '],
      ['an unknown variable', 'MATCH (n) RETURN m'],
      ['a missing parameter', 'RETURN $missing AS value'],
      ['two statements', 'RETURN 1 AS a; RETURN 2 AS b'],
      ['the same column twice', 'RETURN 1 AS a, 2 AS a'],
      ['an unknown function', 'RETURN nonsense(1) AS value'],
      ['a division by zero', 'RETURN 1 / 0 AS value'],
      ['NUL in the text', "RETURN 'a\0b' AS value"],
      ['half a surrogate pair in the text', "RETURN 'a\uD800b' AS value"],
      ['a schema statement among data', 'CREATE INDEX i FOR (n:T) ON (n.x)'],
    ])('refuses %s', async (_name, cypher) => {
      await expect(store.write(running(cypher))).rejects.toMatchObject({
        name: 'StoreError',
        code: 'BAD_STATEMENT',
      });
    });

    it('refuses files', async () => {
      const reading = store.read(running("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line"));
      await expect(reading).rejects.toMatchObject({ name: 'StoreError' });
      await expect(
        store.read(running("LOAD/**/CSV FROM '/etc/hostname' AS line RETURN line")),
      ).rejects.toMatchObject({ name: 'StoreError' });
    });
  });

  describe('values that properties cannot hold', () => {
    it.each<[string, string, Record<string, null | { a: number } | (number | string | null)[]>]>([
      ['a map', 'CREATE (:T {p: $value})', { value: { a: 1 } }],
      ['a map in SET', 'CREATE (t:T) SET t.p = $value', { value: { a: 1 } }],
      ['a mixed list', 'CREATE (:T {p: $value})', { value: [1, 'a'] }],
      ['a list with null', 'CREATE (:T {p: $value})', { value: [1, null] }],
      ['a null to merge a node on', 'MERGE (:T {p: $value})', { value: null }],
      [
        'a null to merge a relationship on',
        'CREATE (a:T)-[:X]->(b:T) MERGE (a)-[:R {p: $value}]->(b)',
        { value: null },
      ],
      ['a null from a row', 'UNWIND $value AS v MERGE (:T {p: v})', { value: ['a', null] }],
    ])('refuses %s', async (_name, cypher, parameters) => {
      const writing = store.write(async (transaction) => transaction.run(cypher, parameters));
      await expect(writing).rejects.toMatchObject({ name: 'StoreError', code: 'BAD_VALUE' });
    });
  });

  describe('constraints', () => {
    const unique = 'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE';

    it('keeps ids unique and everything else as it was', async () => {
      await store.schema(unique);
      await store.write(running("CREATE (:Entity {id: 'a'})"));
      const twice = store.write(async (transaction) => {
        await transaction.run('CREATE (:Other)');
        await transaction.run("CREATE (:Entity {id: 'a'})");
      });
      await expect(twice).rejects.toMatchObject({ name: 'StoreError', code: 'CONSTRAINT' });
      const { rows } = await store.read(running('MATCH (n) RETURN count(n) AS value'));
      expect(rows).toEqual([{ value: 1 }]);
    });

    it('takes a schema statement twice', async () => {
      await store.schema(unique);
      await store.schema(`// once more\n${unique}`);
      await store.schema('CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)');
      await store.schema('CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)');
      await store.schema('DROP INDEX entity_name IF EXISTS');
      expect((await store.read(running('RETURN 1 AS value'))).rows).toEqual([{ value: 1 }]);
    });

    it('makes what several ask for at the same moment', async () => {
      const index = 'CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)';
      const asked = Array.from({ length: 8 }, async () => store.schema(index));
      await expect(Promise.all(asked)).resolves.toHaveLength(8);
      await store.schema('DROP INDEX entity_name');
    });

    it('refuses a constraint that the data breaks', async () => {
      await store.write(running("CREATE (:Entity {id: 'a'}), (:Entity {id: 'a'})"));
      await expect(store.schema(unique)).rejects.toMatchObject({ name: 'StoreError', code: 'CONSTRAINT' });
    });

    it.each(['MATCH (n) DETACH DELETE n', 'CREATE (:Constraint)', 'RETURN 1 AS value', ''])(
      'takes no other statement for schema: %s',
      async (cypher) => {
        await expect(store.schema(cypher)).rejects.toMatchObject({
          name: 'StoreError',
          code: 'BAD_STATEMENT',
        });
      },
    );

    it('finds a merged node without reading all of them', async () => {
      await store.schema(unique);
      await store.write(async (transaction) =>
        transaction.run('UNWIND range(1, 20000) AS n MERGE (:Entity {id: toString(n)})'),
      );
      const { rows } = await store.read(running("MATCH (n:Entity {id: '19999'}) RETURN n.id AS id"));
      expect(rows).toEqual([{ id: '19999' }]);
    });
  });

  describe('time', () => {
    it('gives up a read in time and goes on afterwards', async () => {
      const start = performance.now();
      const reading = store.read(
        async (transaction) => {
          for (;;) await transaction.run(slow);
        },
        { timeoutMs: 300 },
      );
      await expect(reading).rejects.toMatchObject({ name: 'StoreError', code: 'TIMEOUT' });
      expect(performance.now() - start).toBeLessThan(3000);
      expect((await store.read(running('RETURN 1 AS value'))).rows).toEqual([{ value: 1 }]);
    });

    it("keeps nothing of a write that is given up, which is in nobody's way", async () => {
      await store.write(running('CREATE (:T {n: 0})'));
      const writing = store.write(
        async (transaction) => {
          await transaction.run('MATCH (t:T) SET t.n = 1, t.late = true');
          for (;;) await transaction.run(slow);
        },
        { timeoutMs: 300 },
      );
      await expect(writing).rejects.toMatchObject({ name: 'StoreError', code: 'TIMEOUT' });
      await store.write(running('MATCH (t:T) SET t.n = 2'));
      const { rows } = await store.read(running('MATCH (t:T) RETURN t.n AS n, t.late AS late'));
      expect(rows).toEqual([{ n: 2, late: null }]);
    });
  });

  describe('closing', () => {
    it('waits for running work, may be done twice, and lets nothing in afterwards', async () => {
      const writing = store.write(running('CREATE (t:T {n: 1}) RETURN t.n AS value'));
      const closing = Promise.all([store.close(), store.close()]);
      expect((await writing).rows).toEqual([{ value: 1 }]);
      await closing;
      await store.close();
      const closed = { name: 'StoreError', code: 'CLOSED' };
      await expect(store.read(running('RETURN 1 AS value'))).rejects.toMatchObject(closed);
      await expect(store.write(running('RETURN 1 AS value'))).rejects.toMatchObject(closed);
      await expect(store.schema('DROP INDEX i IF EXISTS')).rejects.toMatchObject(closed);
      await expect(store.searchText('cia', 5)).rejects.toMatchObject(closed);
      await expect(store.describe()).rejects.toMatchObject(closed);
    });
  });
}
