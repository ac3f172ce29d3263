import { groupBy } from '../lib/group-by.ts';
import type { Claim } from '../model/claim.ts';
import { type ArticleHead, decodeArticle, decodeClaim } from '../model/decode.ts';
import type { DeclaredDispute } from '../model/disputes.ts';
import type { Entity } from '../model/entity.ts';
import type { ArticleId, RelationKey } from '../model/ids.ts';
import { textOf, textsOf } from '../model/stored-values.ts';
import { rowsOf, statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Row } from '../store/values.ts';

const example = '2026-01-28-cia-annex-venezuela/';
const noPrefix = '2030-01-01-example/';

/** What a claim is judged by, under the names by which `decodeClaim` reads it. */
const claimColumns = `s.id AS source, type(c) AS type, t.id AS target, c.id AS id, c.article AS article, c.status AS status,
       c.attributedTo AS attributedTo, c.disputes AS disputes, c.date AS date, c.from AS from, c.to AS to`;

/** Every expansion starts at one end, however many others are wanted: it may be a hub. */
const claimsBetween = statement({
  name: 'loader.claims-between',
  cypher: `UNWIND $ends AS wanted
MATCH (s:Entity {id: wanted.id})-[c]->(t:Entity)
WHERE t.id IN wanted.others AND type(c) <> 'SAME_AS' AND NOT coalesce(c.id, '') STARTS WITH $prefix
RETURN ${claimColumns} ORDER BY id, source, target, type`,
  example: { ends: [{ id: 'cia', others: ['venezuela', 'cia-annex-venezuela'] }], prefix: noPrefix },
});

const holdersOf = statement({
  name: 'loader.holders-of',
  cypher: `UNWIND $roles AS role
MATCH (s:Entity)-[c:HOLDS_ROLE]->(t:Entity {id: role})
WHERE NOT coalesce(c.id, '') STARTS WITH $prefix
RETURN ${claimColumns} ORDER BY id, source, target`,
  example: { roles: ['us-president'], prefix: noPrefix },
});

/** Looks at every relationship, so at one property of it and at none of its ends: that takes a third of the time. */
const disputesOfOthers = statement({
  name: 'loader.disputes-of-others',
  cypher: `MATCH ()-[c]->() WHERE c.disputes IS NOT NULL AND NOT coalesce(c.id, '') STARTS WITH $prefix
RETURN c.id AS id, c.status AS status, c.disputes AS disputes ORDER BY id`,
  example: { prefix: noPrefix },
});

/** Claims can be anywhere, and no store keeps an index over all types of relationships. */
const claimKeys = statement({
  name: 'loader.claim-keys',
  cypher: `MATCH (s)-[c]->(t) WHERE c.id IN $ids
RETURN DISTINCT c.id AS id, s.id AS source, type(c) AS type, t.id AS target ORDER BY id`,
  example: { ids: [`${example}cia-sets-up-annex`] },
});

const claimsOfArticles = statement({
  name: 'loader.claims-of-articles',
  cypher: `MATCH ()-[c]->() WHERE c.article IN $articles RETURN DISTINCT c.id AS id ORDER BY id`,
  example: { articles: ['2026-01-28-cia-annex-venezuela'] },
});

const speakersById = statement({
  name: 'loader.speakers-by-id',
  cypher: `UNWIND $ids AS id MATCH (n:Entity {id: id})
RETURN n.id AS id, labels(n) AS labels, n.anonymous AS anonymous ORDER BY id`,
  example: { ids: ['cnn'] },
});

const articleHeads = statement({
  name: 'loader.article-heads',
  cypher: `UNWIND $ids AS wanted MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.publisher AS publisher, a.outlet AS outlet, a.basedOn AS basedOn ORDER BY id`,
  example: { ids: ['2026-01-28-cia-annex-venezuela'] },
});

type Speaker = Pick<Entity, 'id' | 'labels' | 'anonymous'>;

/** What stands in the graph around the claims of an article, and is not its own. */
export interface Surroundings {
  /** Claims of others between the same two entities, in either direction, and of others on the same offices. */
  readonly claims: readonly Claim[];
  /** Every claim of others that disputes something. */
  readonly disputes: readonly DeclaredDispute[];
  /** First speakers of all these claims, own ones too. */
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** The articles of all these claims, and what they retell. */
  readonly articles: ReadonlyMap<string, ArticleHead>;
}

/** Reads them in a fixed number of statements but for the depth of retellings. `own`: all that the article claims or claimed. */
export async function readSurroundings(
  transaction: Transaction,
  article: ArticleId,
  own: readonly Claim[],
): Promise<Surroundings> {
  const prefix = `${article}/`;
  const held = own.filter(({ key }) => key.type === 'HOLDS_ROLE').map(({ key }) => key.target);
  const roles = Array.from(new Set(held));
  const [between, holding, disputes] = await Promise.all([
    rowsOf(transaction, claimsBetween, { ends: endsOf(own), prefix }),
    roles.length === 0 ? [] : rowsOf(transaction, holdersOf, { roles, prefix }),
    rowsOf(transaction, disputesOfOthers, { prefix }),
  ]);
  const claims = distinct([...between, ...holding].flatMap((row) => claimOf(row) ?? []));
  const all = [...own, ...claims];
  const [speakers, articles] = await Promise.all([
    readSpeakers(transaction, all),
    readArticles(transaction, [article, ...all.flatMap((claim) => claim.article ?? [])]),
  ]);
  return { claims, disputes: disputes.map(disputeOf), speakers, articles };
}

/** The relations of some claims, by the claims' ids. */
export async function readClaimKeys(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RelationKey>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(transaction, claimKeys, { ids });
  return new Map(rows.flatMap((row) => keyOf(row)));
}

/** Ids of all claims of some articles. */
export async function readClaimIds(
  transaction: Transaction,
  articles: readonly string[],
): Promise<readonly string[]> {
  if (articles.length === 0) return [];
  const rows = await rowsOf(transaction, claimsOfArticles, { articles });
  return rows.flatMap(({ id }) => textOf(id) ?? []);
}

function keyOf({ id, source, type, target }: Row): readonly (readonly [string, RelationKey])[] {
  const claim = decodeClaim({ source, type: textOf(type) ?? '', target, properties: { id } });
  return claim === null ? [] : [[claim.id, claim.key]];
}

function claimOf(row: Row): Claim | null {
  const { source, type, target } = row;
  return decodeClaim({ source, type: textOf(type) ?? '', target, properties: row });
}

function disputeOf({ id, status, disputes }: Row): DeclaredDispute {
  return { id, status, disputes };
}

/** Both directions, by their beginning. */
function endsOf(claims: readonly Claim[]): { id: string; others: string[] }[] {
  const ways = claims.flatMap(({ key: { source, target } }) => [
    { id: source, other: target },
    { id: target, other: source },
  ]);
  return Array.from(
    groupBy(ways, ({ id }) => id),
    ([id, own]) => ({ id, others: Array.from(new Set(own.map(({ other }) => other))) }),
  );
}

/** A claim on an office between two entities of the article comes with both statements. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  return Array.from(
    groupBy(claims, ({ id, key: { source, type, target } }) => `${id} ${source}~${type}~${target}`).values(),
  ).flatMap(([first]) => first ?? []);
}

async function readSpeakers(
  transaction: Transaction,
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, Speaker>> {
  const ids = Array.from(new Set(claims.flatMap(({ attributedTo }) => attributedTo.slice(0, 1))));
  const rows = ids.length === 0 ? [] : await rowsOf(transaction, speakersById, { ids });
  return new Map(
    rows.map(({ id, labels, anonymous }) => [
      textOf(id) ?? '',
      { id: textOf(id) as Entity['id'], labels: textsOf(labels), anonymous: anonymous === true },
    ]),
  );
}

async function readArticles(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleHead>> {
  const articles = new Map<string, ArticleHead>();
  let missing = Array.from(new Set(ids));
  while (missing.length > 0) {
    const rows = await rowsOf(transaction, articleHeads, { ids: missing });
    const found = rows.flatMap((row) => decodeArticle(row) ?? []);
    for (const one of found) articles.set(one.id, one);
    missing = Array.from(new Set(found.flatMap(({ basedOn }) => basedOn ?? []))).filter(
      (id) => !articles.has(id),
    );
  }
  return articles;
}

export const surroundingStatements = [
  claimsBetween,
  holdersOf,
  disputesOfOthers,
  claimKeys,
  claimsOfArticles,
  speakersById,
  articleHeads,
];
