import { textOf } from '../../model/stored-values.ts';
import { TEXT_INDEX } from '../../store/neo4j/neo4j-text-search.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import { type Finding, ok, open, unknown } from './finding.ts';
import { editionOf, probe } from './probe.ts';

/** Those on which the whole test suite runs. */
const tested = 'Neo4j 5.26 and 2026.08';
/** Seconds beyond which the times of claims and loads would mislead. */
const clockSeconds = 10;

/** Which Neo4j it is, and whether it is one that Claimgraph is tested on. */
export async function version(store: Store): Promise<Finding> {
  const subject = 'version';
  const { product } = await store.describe();
  const edition = await editionOf(store);
  const name = edition === null ? product : `${product} ${edition}`;
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/u.exec(product)?.map(Number) ?? [];
  if (major < 5 || (major === 5 && minor < 26)) {
    return open(subject, `${name} is older than what Claimgraph needs.`, `Use ${tested}, or what is newer.`);
  }
  if ((major === 5 && minor === 26) || (major === 2026 && minor === 8)) return ok(subject, `${name}.`);
  return unknown(subject, `${name} is not among the tested ones, ${tested}, though it may work as well.`);
}

/** Whether entities are found by their ids without a walk over all of them, and stay single. */
export async function entityIds(store: Store): Promise<Finding> {
  const subject = 'index of ids';
  const entities = await probe(store, 'MATCH (n:Entity) RETURN count(n) AS count');
  const constraints = await probe(
    store,
    "SHOW CONSTRAINTS YIELD labelsOrTypes, properties WHERE labelsOrTypes = ['Entity'] AND properties = ['id'] RETURN count(*) AS count",
  );
  if (constraints.kind === 'refused') {
    return unknown(subject, `Constraints cannot be listed: ${constraints.reason}`);
  }
  if (Number(constraints.rows[0]?.['count']) > 0)
    return ok(subject, 'Ids of entities are unique and indexed.');
  if (entities.kind === 'rows' && Number(entities.rows[0]?.['count']) === 0) {
    return ok(subject, 'There are no entities with ids of ours, so none is needed.');
  }
  return open(
    subject,
    'Entities have no unique index of their ids: finding one walks over all of them.',
    'Load the schema: npm run load -- cypher/schema',
  );
}

/** Whether names are found by the full-text index. */
export async function textIndex(store: Store): Promise<Finding> {
  const subject = 'index of names';
  const reply = await probe(
    store,
    'SHOW FULLTEXT INDEXES YIELD name, state WHERE name = $name RETURN state',
    { name: TEXT_INDEX },
  );
  if (reply.kind === 'refused') return unknown(subject, `Indexes cannot be listed: ${reply.reason}`);
  const [row] = reply.rows;
  if (row === undefined) return ok(subject, 'It is made at the first search.');
  if (textOf(row['state']) === 'ONLINE') return ok(subject, 'The full-text index of names works.');
  return open(
    subject,
    `The full-text index of names is ${textOf(row['state']) ?? 'in no known state'}.`,
    `Run DROP INDEX ${TEXT_INDEX} in Neo4j: it is made anew at the next search.`,
  );
}

/** Whether Neo4j and this machine agree about the time. */
export async function clock(store: Store): Promise<Finding> {
  const asked = Date.now();
  const reply = await probe(store, 'RETURN datetime.realtime().epochMillis AS now');
  const answered = Date.now();
  if (reply.kind === 'refused') return unknown('clock', `Neo4j does not tell its time: ${reply.reason}`);
  const now = Number(reply.rows[0]?.['now']);
  const off = Math.max(asked - now, now - answered, 0) / 1000;
  if (off <= clockSeconds) return ok('clock', 'Neo4j and this machine agree about the time.');
  return open(
    'clock',
    `The clocks of Neo4j and of this machine are ${Math.round(off)} seconds apart.`,
    'Have both set by NTP.',
  );
}

/** Whether the account may write, tried with a node that is rolled back. */
export async function rights(store: Store): Promise<Finding> {
  try {
    await store.write((transaction) => transaction.run('CREATE ()'), { rollback: true });
    return ok('account', 'It may write, as loading needs.');
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === 'UNAVAILABLE') throw error;
    return ok('account', `It may only read: scripts are to be loaded with another one. ${error.message}`);
  }
}

export async function size(store: Store): Promise<Finding> {
  const reply = await probe(
    store,
    'MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r) AS relationships',
  );
  if (reply.kind === 'refused') return unknown('size', reply.reason);
  const [row] = reply.rows;
  return ok(
    'size',
    `The graph has ${Number(row?.['nodes'])} nodes and ${Number(row?.['relationships'])} relationships.`,
  );
}
