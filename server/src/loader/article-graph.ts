import type { ArticleId } from '../model/ids.ts';
import { rowsOf, statement } from '../store/statement.ts';
import type { Statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Parameters, StoreMap } from '../store/values.ts';
import { mapOf, textOf, textsOf } from './row-values.ts';

/** A relation that an article owns, as it is stored: nothing about it is sure yet. */
export interface StoredClaim {
  /** Null where it has none, or one that is no text. */
  readonly id: string | null;
  readonly type: string;
  /** Ids of its ends, likewise. */
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceLabels: readonly string[];
  readonly targetLabels: readonly string[];
  readonly properties: StoreMap;
}

export interface StoredNode {
  readonly labels: readonly string[];
  readonly properties: StoreMap;
}

const example = { article: '2026-01-28-cia-annex-venezuela', prefix: '2026-01-28-cia-annex-venezuela/' };

const ownedClaims = statement({
  name: 'loader.owned-claims',
  cypher: `MATCH (a)-[r]->(b) WHERE r.article = $article OR r.id STARTS WITH $prefix
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, labels(a) AS sourceLabels,
       labels(b) AS targetLabels, properties(r) AS properties
ORDER BY id, type, source, target`,
  example,
});

export const mentionedIds = statement({
  name: 'loader.mentioned',
  cypher: `MATCH (:Article {id: $article})-[:MENTIONS]->(e) RETURN DISTINCT e.id AS id ORDER BY id`,
  example: { article: example.article },
});

export const deleteClaims = statement({
  name: 'loader.delete-claims',
  cypher: `MATCH ()-[r]->() WHERE r.article = $article OR r.id STARTS WITH $prefix DELETE r`,
  example,
});

export const deleteMentions = statement({
  name: 'loader.delete-mentions',
  cypher: `MATCH (:Article {id: $article})-[r:MENTIONS]->() DELETE r`,
  example: { article: example.article },
});

/** The script says everything about its article: what it no longer says is gone. */
export const emptyArticle = statement({
  name: 'loader.empty-article',
  cypher: `MATCH (a:Article {id: $article}) SET a = {id: $article}`,
  example: { article: example.article },
});

/** A script that names an entity and does not mark it has been read by its author. */
export const forgetMarks = statement({
  name: 'loader.forget-marks',
  cypher: `UNWIND $ids AS id
MATCH (e:Entity {id: id}) SET e.unreviewed = null`,
  example: { ids: ['cia'] },
});

const nodesById = statement({
  name: 'loader.nodes-by-id',
  cypher: `UNWIND $ids AS id
MATCH (n:Entity {id: id}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
UNION ALL
UNWIND $ids AS id
MATCH (n:Article {id: id}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties`,
  example: { ids: ['cia', example.article] },
});

/** Entities among these that no relation touches. */
export const unconnected = statement({
  name: 'loader.unconnected',
  cypher: `MATCH (e:Entity) WHERE e.id IN $ids
OPTIONAL MATCH (e)-[r]-()
WITH e.id AS id, count(r) AS relations WHERE relations = 0
RETURN id ORDER BY id`,
  example: { ids: ['cia', 'venezuela'] },
});

/** Speakers among these whom some claim names. */
export const quotedSpeakers = statement({
  name: 'loader.quoted-speakers',
  cypher: `MATCH ()-[r]->() WHERE r.attributedTo IS NOT NULL
UNWIND r.attributedTo AS speaker
WITH DISTINCT speaker WHERE speaker IN $ids
RETURN speaker AS id ORDER BY id`,
  example: { ids: ['cnn'] },
});

const countNodes = statement({
  name: 'loader.count-nodes',
  cypher: `MATCH (n) RETURN count(n) AS total`,
  example: {},
});

const countRelations = statement({
  name: 'loader.count-relations',
  cypher: `MATCH ()-[r]->() RETURN count(r) AS total`,
  example: {},
});

/** Other articles that mention these entities. */
export const otherMentions = statement({
  name: 'loader.other-mentions',
  cypher: `MATCH (a:Article)-[:MENTIONS]->(e:Entity) WHERE e.id IN $ids AND a.id <> $article
RETURN DISTINCT e.id AS entity, a.id AS article ORDER BY entity, article`,
  example: { ids: ['cia'], article: '2030-01-01-example' },
});

/** Where the scripts of articles lie. */
export const scriptsOfArticles = statement({
  name: 'loader.scripts-of-articles',
  cypher: `MATCH (s:LoadedScript) WHERE s.article IN $articles
RETURN s.article AS article, s.path AS path ORDER BY article, path`,
  example: { articles: [example.article] },
});

export async function readClaims(
  transaction: Transaction,
  article: ArticleId,
): Promise<readonly StoredClaim[]> {
  const rows = await rowsOf(transaction, ownedClaims, { article, prefix: `${article}/` });
  return rows.map((row) => ({
    id: textOf(row['id']) || null,
    type: textOf(row['type']),
    source: textOf(row['source']) || null,
    target: textOf(row['target']) || null,
    sourceLabels: textsOf(row['sourceLabels']),
    targetLabels: textsOf(row['targetLabels']),
    properties: mapOf(row['properties']),
  }));
}

export async function readNodes(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredNode>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(transaction, nodesById, { ids });
  return new Map(
    rows.map((row) => [
      textOf(row['id']),
      { labels: textsOf(row['labels']), properties: mapOf(row['properties']) },
    ]),
  );
}

/** The column `id` of a statement, as texts. */
export async function readIds<P extends Parameters>(
  transaction: Transaction,
  query: Statement<P>,
  parameters: P,
): Promise<readonly string[]> {
  const rows = await rowsOf(transaction, query, parameters);
  return rows.map((row) => textOf(row['id']));
}

export interface GraphSize {
  readonly nodes: number;
  readonly relations: number;
}

export async function readSize(transaction: Transaction): Promise<GraphSize> {
  const [[nodes], [relations]] = await Promise.all([
    rowsOf(transaction, countNodes, {}),
    rowsOf(transaction, countRelations, {}),
  ]);
  return { nodes: Number(nodes?.['total']), relations: Number(relations?.['total']) };
}
