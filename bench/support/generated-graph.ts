import type { Store, Transaction } from '../../server/src/store/store.ts';
import type { Parameters } from '../../server/src/store/values.ts';

/** An entity with exactly 100 neighbours, each by one relation that starts at it. */
export const HUB = 'hub';

/** Six relations an entity, as news graphs have on average; a claim has a quote, an article, a speaker and a date. */
const RELATIONS_PER_ENTITY = 6;
const CLAIMS_PER_ARTICLE = 1_000;
const BATCH = 5_000;

const schema = [
  'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE',
];

const makePeople = 'UNWIND $rows AS row CREATE (n:Entity:Person) SET n = row';
const makeBodies = 'UNWIND $rows AS row CREATE (n:Entity:Organization) SET n = row';
const makeArticles = 'UNWIND $rows AS row CREATE (n:Article) SET n = row';
const match = 'UNWIND $rows AS row MATCH (s:Entity {id: row.source}), (t:Entity {id: row.target})';
const makeClaims = [
  `${match} CREATE (s)-[c:MET]->(t) SET c = row.claim`,
  `${match} CREATE (s)-[c:LEADS]->(t) SET c = row.claim`,
  `${match} CREATE (s)-[c:FUNDS]->(t) SET c = row.claim`,
  `${match} CREATE (s)-[c:CRITICIZES]->(t) SET c = row.claim`,
];

type Item = Parameters;

/** Fills an empty store with a made-up graph of so many relations, the same each time. */
export async function fillGraph(store: Store, relations: number): Promise<void> {
  for (const statement of schema) await store.schema(statement);
  const entities = Math.max(200, Math.round(relations / RELATIONS_PER_ENTITY));
  const ids = Array.from({ length: entities }, (_, n) => entityAt(n));
  await inBatches(store, makePeople, [{ id: HUB, name: 'The Hub' }, ...ids.filter((_, n) => n % 2 === 0)]);
  await inBatches(
    store,
    makeBodies,
    ids.filter((_, n) => n % 2 === 1),
  );
  const articles = Math.ceil(relations / CLAIMS_PER_ARTICLE);
  await inBatches(
    store,
    makeArticles,
    Array.from({ length: articles }, (_, n) => articleAt(n)),
  );
  const random = sequence(42);
  const claims = Array.from({ length: relations - 100 }, (_, n) => ({
    type: n % makeClaims.length,
    row: claimAt(n, [`e${random(entities)}`, `e${random(entities)}`], random(10)),
  }));
  const around = Array.from({ length: 100 }, (_, n) => claimAt(relations + n, [HUB, `e${n}`], 1));
  for (const [type, statement] of makeClaims.entries()) {
    const rows = claims.filter((claim) => claim.type === type).map(({ row }) => row);
    await inBatches(store, statement, type === 0 ? [...around, ...rows] : rows);
  }
}

async function inBatches(store: Store, statement: string, rows: readonly Item[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await store.write(async (transaction: Transaction) => transaction.run(statement, { rows: batch }));
  }
}

/** Names of which no two begin alike more often than names of people do. */
function entityAt(n: number): Item {
  return { id: `e${n}`, name: `${wordAt(n)} ${wordAt(n * 7 + 3)}`, aliases: [`E-${n}`] };
}

function wordAt(n: number): string {
  const syllables = [
    'ka',
    'ro',
    'mi',
    'ten',
    'lu',
    'sa',
    'vor',
    'ne',
    'di',
    'gor',
    'pe',
    'lin',
    'ba',
    'shu',
    'ter',
    'ol',
  ];
  const [a, b, c] = [n % 16, (n >> 4) % 16, (n >> 8) % 16];
  return `${syllables[a]}${syllables[b]}${syllables[c]}`;
}

function articleAt(n: number): Item {
  return { id: `bench-${n}`, title: `Report ${n}`, publisher: `Outlet ${n % 20}`, publishedAt: dayAt(n) };
}

function claimAt(n: number, [source, target]: readonly [string, string], speaker: number): Item {
  const article = `bench-${Math.floor(n / CLAIMS_PER_ARTICLE)}`;
  const quote = `On that day the one spoke with the other, according to source ${n}.`;
  const claim = {
    id: `${article}/c${n}`,
    article,
    quote,
    status: 'reported',
    attributedTo: [`e${speaker}`],
    date: dayAt(n),
  };
  return { source, target, claim };
}

function dayAt(n: number): string {
  return `${2016 + (n % 10)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Whole numbers below a bound, always the same: a linear congruential generator (Numerical Recipes, 2nd ed., 7.1). */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
