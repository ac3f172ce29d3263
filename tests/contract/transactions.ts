import { beforeEach, describe, expect, it } from 'vitest';

import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { StoreValue } from '../../server/src/store/values.ts';
import type { OpenStore } from '../support/stores.ts';

/** All or nothing, seen by nobody before, and never half of it. */
export function transactionsContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  async function value(cypher: string): Promise<StoreValue | undefined> {
    const { rows } = await store.read(async (transaction) => transaction.run(cypher));
    return rows[0]?.['value'];
  }
  async function count(): Promise<StoreValue | undefined> {
    return value('MATCH (n) RETURN count(n) AS value');
  }

  describe('writing', () => {
    it('keeps what succeeded and gives back what the work gave', async () => {
      const given = await store.write(async (transaction) => {
        await transaction.run('CREATE (:T {n: 1})');
        const { rows } = await transaction.run('MATCH (t:T) SET t.n = t.n + 1 RETURN t.n AS value');
        return rows;
      });
      expect(given).toEqual([{ value: 2 }]);
      expect(await value('MATCH (t:T) RETURN t.n AS value')).toBe(2);
    });

    it('keeps nothing of work that throws, and throws its error', async () => {
      const reason = new Error('changed my mind');
      const work = store.write(async (transaction) => {
        await transaction.run('CREATE (:T)');
        throw reason;
      });
      await expect(work).rejects.toBe(reason);
      expect(await count()).toBe(0);
    });

    it('keeps nothing when a later statement fails', async () => {
      const work = store.write(async (transaction) => {
        await transaction.run('CREATE (:T)');
        await transaction.run('RETRUN 1');
      });
      await expect(work).rejects.toMatchObject({ code: 'BAD_STATEMENT' });
      expect(await count()).toBe(0);
    });

    it('keeps nothing when the work swallows an error, and throws it', async () => {
      const work = store.write(async (transaction) => {
        await transaction.run('CREATE (:T)');
        await transaction.run('RETURN $missing').catch(() => undefined);
        await transaction.run('CREATE (:T)').catch(() => undefined);
        return 'done';
      });
      await expect(work).rejects.toMatchObject({ code: 'BAD_STATEMENT' });
      expect(await count()).toBe(0);
    });

    it('keeps nothing when a statement nobody waits for fails', async () => {
      const work = store.write(async (transaction) => {
        await transaction.run('CREATE (:T)');
        transaction.run('RETRUN 1').catch(() => undefined);
      });
      await expect(work).rejects.toMatchObject({ code: 'BAD_STATEMENT' });
      expect(await count()).toBe(0);
    });

    it('rolls a dry run back although it succeeded', async () => {
      const given = await store.write(
        async (transaction) => (await transaction.run('CREATE (t:T {n: 7}) RETURN t.n AS value')).rows,
        { rollback: true },
      );
      expect(given).toEqual([{ value: 7 }]);
      expect(await count()).toBe(0);
    });

    it('keeps nothing of work that its signal ends, and throws the reason', async () => {
      const user = new AbortController();
      const reason = new Error('stopped by its user');
      const work = store.write(
        async (transaction) => {
          await transaction.run('CREATE (:T)');
          user.abort(reason);
          await new Promise(() => undefined);
        },
        { signal: user.signal },
      );
      await expect(work).rejects.toBe(reason);
      await expect(store.read(async () => 1, { signal: user.signal })).rejects.toBe(reason);
      expect(await count()).toBe(0);
      await store.write(async (transaction) => transaction.run('CREATE (:T)'));
      expect(await count()).toBe(1);
    });

    it('shows nothing to others before it is committed', async () => {
      const [before, after] = await new Promise<(StoreValue | undefined)[]>((resolve, reject) => {
        let seenBefore: StoreValue | undefined;
        store
          .write(async (transaction) => {
            await transaction.run('CREATE (:T)');
            seenBefore = await count();
          })
          .then(async () => resolve([seenBefore, await count()]))
          .catch(reject);
      });
      expect([before, after]).toEqual([0, 1]);
    });

    it('runs statements that are started together one after another', async () => {
      const values = await store.write(async (transaction) => {
        await transaction.run('CREATE (:T {n: 0})');
        const results = await Promise.all(
          [1, 2, 3].map(async (step) =>
            transaction.run('MATCH (t:T) SET t.n = t.n * 10 + $step RETURN t.n AS value', { step }),
          ),
        );
        return results.map(({ rows }) => rows[0]?.['value']);
      });
      expect(values).toEqual([1, 12, 123]);
    });

    it('is through with a statement of many rows before the next, sent ahead, begins', async () => {
      const counts = await store.write(async (transaction) => {
        const results = await Promise.all([
          transaction.run('UNWIND range(1, 5000) AS n CREATE (t:T {n: n}) RETURN t.n AS n'),
          transaction.run('MATCH (t:T) RETURN count(t) AS value'),
        ]);
        return [results[0].rows.length, results[1].rows[0]?.['value']];
      });
      expect(counts).toEqual([5000, 5000]);
    });

    it('tells each statement that was sent ahead its own error, the first one first', async () => {
      const told: unknown[] = [];
      const work = store.write(async (transaction) => {
        const running = ['RETURN 1 AS one', 'RETURN nowhere', '', 'RETURN 2 AS two'].map(async (cypher) =>
          transaction.run(cypher),
        );
        for (const { status } of await Promise.allSettled(running)) told.push(status);
        await running[1];
      });
      await expect(work).rejects.toMatchObject({
        code: 'BAD_STATEMENT',
        message: expect.stringContaining('nowhere'),
      });
      expect(told).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    });

    it('runs a statement of hundreds of CREATE clauses', async () => {
      const nodes = Array.from({ length: 200 }, (_, n) => `CREATE (a${n}:T {n: ${n}, text: 'CREATE (x)'})`);
      const relationships = Array.from(
        { length: 199 },
        (_, n) => `CREATE (a${n})-[:NEXT {n: ${n}}]->(a${n + 1})`,
      );
      await store.write(async (transaction) => transaction.run([...nodes, ...relationships].join('\n')));
      expect(await count()).toBe(200);
      expect(
        await value('MATCH (a:T)-[r:NEXT]->(b) WHERE r.n = a.n AND b.n = a.n + 1 RETURN count(r) AS value'),
      ).toBe(199);
    });

    it('loses no update of writers at the same time', async () => {
      await store.write(async (transaction) => transaction.run('CREATE (:Counter {n: 0})'));
      const increments = Array.from({ length: 12 }, async () =>
        store.write(async (transaction) => {
          // Taking the lock before reading: Neo4j reads without one.
          await transaction.run('MATCH (c:Counter) SET c.locked = true');
          const { rows } = await transaction.run('MATCH (c:Counter) RETURN c.n AS n');
          await transaction.run('MATCH (c:Counter) SET c.n = $n', { n: Number(rows[0]?.['n']) + 1 });
        }),
      );
      await Promise.all(increments);
      expect(await value('MATCH (c:Counter) RETURN c.n AS value')).toBe(12);
    });

    it('makes one node and one relationship of two writers that MERGE the same', async () => {
      await store.schema('CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
      const merge = async () =>
        store.write(async (transaction) =>
          transaction.run(
            `MERGE (a:Entity {id: 'a'}) MERGE (b:Entity {id: 'b'}) MERGE (a)-[:MET {id: 'r'}]->(b)`,
          ),
        );
      await Promise.all([merge(), merge(), merge(), merge()]);
      expect(await count()).toBe(2);
      expect(await value('MATCH ()-[r]->() RETURN count(r) AS value')).toBe(1);
    });

    it('gets through when two writers wait for each other', async () => {
      await store.write(async (transaction) =>
        transaction.run('CREATE (:P {id: 1, n: 0}), (:P {id: 2, n: 0})'),
      );
      const crossed = async (first: number, second: number) =>
        store.write(async (transaction) => {
          await transaction.run('MATCH (p:P {id: $first}) SET p.n = p.n + 1', { first });
          await new Promise((resolve) => {
            setTimeout(resolve, 200);
          });
          await transaction.run('MATCH (p:P {id: $second}) SET p.n = p.n + 1', { second });
        });
      await Promise.all([crossed(1, 2), crossed(2, 1)]);
      expect(await value('MATCH (p:P) RETURN sum(p.n) AS value')).toBe(4);
    });
  });

  describe('reading', () => {
    it.each([
      ['CREATE (:T)'],
      ['MERGE (n:T {id: 1})'],
      ["MERGE (n:Kept {name: 'same'})"],
      ["MATCH (n:Kept) SET n.name = 'changed'"],
      ['MATCH (n:Kept) SET n:Other'],
      ['MATCH (n:Kept) REMOVE n.name'],
      ['MATCH (n:Kept) DETACH DELETE n'],
      ['FOREACH (x IN [1] | CREATE (:T))'],
      ['MATCH (n:Kept) CALL { WITH n CREATE (m:T) RETURN m } RETURN m'],
      ['/* harmless */ // really\n  merge (n:T {id: 1}) RETURN n'],
    ])('refuses %s', async (cypher) => {
      await store.write(async (transaction) => transaction.run("CREATE (:Kept {name: 'same'})"));
      await expect(store.read(async (transaction) => transaction.run(cypher))).rejects.toMatchObject({
        name: 'StoreError',
        code: 'READ_ONLY',
      });
      expect(await value('MATCH (n) RETURN count(n) AS value')).toBe(1);
      expect(await value('MATCH (n:Kept) RETURN n.name AS value')).toBe('same');
    });

    it('is not fooled by words in strings and names', async () => {
      expect(await value("RETURN 'CREATE (n) DELETE n\n  Create (x)' AS value")).toBe(
        'CREATE (n) DELETE n\n  Create (x)',
      );
      expect(await value('WITH {deleted: 1} AS `create` RETURN `create`.deleted AS value')).toBe(1);
    });

    it('sees one state of the graph from beginning to end', async () => {
      await store.write(async (transaction) => transaction.run('CREATE (:T)'));
      await store.read(async (transaction) => {
        const { rows } = await transaction.run('MATCH (n:T) RETURN count(n) AS value');
        expect(rows).toEqual([{ value: 1 }]);
      });
      await store.write(async (transaction) => transaction.run('CREATE (:T)'));
      expect(await count()).toBe(2);
    });
  });
  describe('running a statement alone', () => {
    const batches = 'UNWIND range(1, 5) AS n CALL (n) { CREATE (:T {n: n}) } IN TRANSACTIONS OF 2 ROWS';

    it('keeps what it committed itself, or says that this store has no such statements', async () => {
      const ended = store.runAlone(batches).then(
        () => 'kept',
        (error: unknown) => (error instanceof StoreError ? error.code : error),
      );
      const told = store.features.has('own-transactions') ? ['kept', 5] : ['NOT_SUPPORTED', 0];
      expect([await ended, await count()]).toEqual(told);
    });

    it('has no place inside of a transaction', async () => {
      const work = store.write(async (transaction) => transaction.run(batches));
      await expect(work).rejects.toMatchObject({ name: 'StoreError' });
      expect(await count()).toBe(0);
    });
  });
  describe('a statement that only reads', () => {
    it('needs no transaction around it', async () => {
      await store.write(async (transaction) => transaction.run('CREATE (:T {n: 1}), (:T {n: 2})'));
      const { columns, rows } = await store.query('MATCH (t:T) WHERE t.n > $n RETURN t.n AS n', { n: 1 });
      expect([columns, rows.map(({ n }) => n)]).toEqual([['n'], [2]]);
    });

    it('writes nothing, fails like others, and ends when nobody waits', async () => {
      const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
        work.then(
          () => 'done',
          (error: unknown) => (error instanceof StoreError ? error.code : error),
        );
      expect(await codeOf(store.query('CREATE (:T)'))).toBe('READ_ONLY');
      expect(await codeOf(store.query('MATCH (t:T RETURN t'))).toBe('BAD_STATEMENT');
      expect(await codeOf(store.query('CREATE INDEX x IF NOT EXISTS FOR (t:T) ON (t.n)'))).toBe(
        await codeOf(
          store.read(async (transaction) =>
            transaction.run('CREATE INDEX x IF NOT EXISTS FOR (t:T) ON (t.n)'),
          ),
        ),
      );
      expect(await codeOf(store.query('RETURN 1 AS n', {}, { signal: AbortSignal.abort('left') }))).toBe(
        'left',
      );
      const slow =
        'UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c)';
      expect(await codeOf(store.query(slow, {}, { timeoutMs: 20 }))).toBe('TIMEOUT');
      expect(await count()).toBe(0);
    });
  });

  it('has another mark after every commit, or none because others write too', async () => {
    const before = store.changeMark();
    await store.read(async (transaction) => transaction.run('MATCH (n) RETURN n'));
    expect(store.changeMark()).toBe(before);
    await store.write(async (transaction) => transaction.run('CREATE (:T)'));
    expect(store.changeMark() === before).toBe(before === null);
  });
}
