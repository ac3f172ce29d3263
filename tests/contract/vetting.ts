import { beforeEach, expect, it } from 'vitest';

import type { PlanPermissions, Store } from '../../server/src/store/store.ts';
import type { Parameters } from '../../server/src/store/values.ts';
import type { OpenStore } from '../support/stores.ts';

const nothing: PlanPermissions = { deletes: false };

/** What a statement would do is told by its plan, before any of it happens. */
export function vettingContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  async function vet(cypher: string, permissions = nothing, parameters: Parameters = {}): Promise<void> {
    return store.write(async (transaction) => transaction.vet(cypher, parameters, permissions), {
      rollback: true,
    });
  }

  it.each([
    'MATCH (a)-[r:KNOWS|MET]->(b) WHERE NOT (a)-->(:Person) RETURN a, count(r) AS n ORDER BY n SKIP 1 LIMIT 2',
    "MERGE (a:Entity {id: 'a'}) ON CREATE SET a.n = 1 ON MATCH SET a:Seen",
    'MATCH (a), (b) WHERE a.x = b.x OPTIONAL MATCH (a)-[:R*1..3]->(c) RETURN DISTINCT c UNION MATCH (c) RETURN c',
    'UNWIND $rows AS row CREATE (n:N {x: row.x})-[:R]->(:M) SET n += row',
    'MATCH (a) FOREACH (x IN [1, 2] | CREATE (:N {x: x}))',
    'CALL db.labels() YIELD label RETURN label',
    'CALL db.awaitIndexes(3)',
    "CREATE (:Note {text: 'CALL dbms.shutdown(); LOAD CSV'})",
  ])('lets pass, and does nothing: %s', async (cypher) => {
    await vet(cypher, nothing, { rows: [{ x: 1 }] });
    const { rows } = await store.read(async (transaction) =>
      transaction.run('MATCH (n) RETURN count(n) AS n'),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "MATCH (n) LOAD/**/CSV WITH HEADERS FROM 'http://127.0.0.1/x' AS line CREATE (:N)",
  ])('refuses what reads files: %s', async (cypher) => {
    await expect(vet(cypher)).rejects.toMatchObject({ name: 'StoreError', code: 'FORBIDDEN' });
  });

  it.each([
    'CALL dbms.components()',
    'CALL `dbms` . /**/ `listConfig`()',
    'ALTER CURRENT USER SET PASSWORD FROM "a" TO "b"',
  ])('refuses what calls or administrates, if it knows of it at all: %s', async (cypher) => {
    await expect(vet(cypher)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:FORBIDDEN|NOT_SUPPORTED|BAD_STATEMENT)$/u) as string,
    });
  });

  it.each([
    'MATCH (n) DELETE n',
    'MATCH (n) DETACH DELETE n',
    'MATCH ()-[r]->() DELETE r',
    'MATCH (n:A) REMOVE n:A',
    'MATCH (n) FOREACH (x IN [n] | DELETE x)',
    'MATCH (n) FOREACH (x IN [n] | SET x.y = 1 DETACH DELETE x)',
    'MATCH (n) FOREACH (x IN [n] | FOREACH (y IN [x] | DELETE y))',
  ])('refuses what deletes unless that is permitted: %s', async (cypher) => {
    await expect(vet(cypher)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(vet(cypher, { deletes: true })).resolves.toBeUndefined();
  });

  it.each([
    ['MATCH (n) RETRUN n', { line: 1, column: 11, offset: 10 }],
    ['MATCH (n)\n  RETRUN n', { line: 2, column: 3, offset: 12 }],
  ])('tells the place of what is wrong in the statement as given: %j', async (cypher, position) => {
    await expect(vet(cypher)).rejects.toMatchObject({ code: 'BAD_STATEMENT', position });
  });

  it('keeps nothing of a transaction in which something was refused', async () => {
    const work = store.write(async (transaction) => {
      await transaction.run('CREATE (:N)');
      await transaction.vet('MATCH (n) DELETE n', {}, nothing).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { rows } = await store.read(async (transaction) =>
      transaction.run('MATCH (n) RETURN count(n) AS n'),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
}
