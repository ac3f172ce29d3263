import { statement } from '../../store/statement.ts';

/*
 * Nodes and relations are found again by the number that the store gave them (`id()`): a page of a thousand
 * takes the embedded store 15 ms, where `elementId()`, which it does not seek, takes 450 ms among 50,000 nodes.
 * These numbers never leave a store.
 */

const article = '2026-01-28-cia-annex-venezuela';
const ofArticle = { article, prefix: `${article}/` };

/** The numbers of all nodes but the loader's own, in pages. */
export const nodeNumbers = statement<{ after: number; hidden: readonly string[]; limit: number }>({
  name: 'export.node-numbers',
  cypher: `MATCH (n) WHERE id(n) > $after AND none(label IN labels(n) WHERE label IN $hidden)
RETURN id(n) AS number ORDER BY number LIMIT $limit`,
  example: { after: -1, hidden: ['LoadedScript'], limit: 100 },
});

/** The numbers of an article's own nodes: itself, and what it mentions. */
export const articleNodeNumbers = statement({
  name: 'export.article-node-numbers',
  cypher: `MATCH (n:Article {id: $article}) RETURN id(n) AS number
UNION
MATCH (:Article {id: $article})-[:MENTIONS]->(n) RETURN id(n) AS number`,
  example: { article },
});

/** The numbers of the ends of an article's claims, and the ids of their speakers. */
export const articleClaimEnds = statement({
  name: 'export.article-claim-ends',
  cypher: `MATCH (a)-[r]->(b) WHERE r.article = $article OR r.id STARTS WITH $prefix
RETURN id(a) AS source, id(b) AS target, r.attributedTo AS speakers`,
  example: ofArticle,
});

export const entityNumbers = statement<{ ids: readonly string[] }>({
  name: 'export.entity-numbers',
  cypher: `MATCH (n:Entity) WHERE n.id IN $ids RETURN id(n) AS number`,
  example: { ids: ['cnn'] },
});

export const articleNumbers = statement<{ articles: readonly string[] }>({
  name: 'export.article-numbers',
  cypher: `MATCH (n:Article) WHERE n.id IN $articles RETURN id(n) AS number`,
  example: { articles: [article] },
});

/** What articles retell. */
export const retoldArticles = statement<{ articles: readonly string[] }>({
  name: 'export.retold-articles',
  cypher: `MATCH (a:Article) WHERE a.id IN $articles MATCH (b:Article {id: a.basedOn})
RETURN DISTINCT id(b) AS number, b.id AS id`,
  example: { articles: [article] },
});

/**
 * Columns that tell what the values alone do not: under which of some keys there is a text and no date, and
 * where a float that is a whole number. No function that names a type is known to every store, so operators
 * tell: only a text begins with a text, and half of one is nothing in integers. Neither fails for other kinds.
 */
const kindsOf = {
  node: `[key IN $textKeys WHERE n[key] STARTS WITH ''] AS texts,
  [key IN $numberKeys WHERE CASE WHEN (n[key] < 0.5) IS NULL THEN false ELSE 1 / (n[key] * 0 + 2) > 0 END] AS floats`,
  relation: `[key IN $textKeys WHERE r[key] STARTS WITH ''] AS texts,
  [key IN $numberKeys WHERE CASE WHEN (r[key] < 0.5) IS NULL THEN false ELSE 1 / (r[key] * 0 + 2) > 0 END] AS floats`,
} as const;

const kindKeys: { textKeys: readonly string[]; numberKeys: readonly string[] } = {
  textKeys: ['date', 'publishedAt'],
  numberKeys: ['weight'],
};

export const nodesByNumber = statement({
  name: 'export.nodes',
  cypher: `MATCH (n) WHERE id(n) IN $numbers
RETURN id(n) AS number, labels(n) AS labels, properties(n) AS properties,
  ${kindsOf.node}`,
  example: { numbers: [0, 1, 2], ...kindKeys },
});

/** How many relations leave each node, of all or of one article. */
export const countRelations = statement({
  name: 'export.count-relations',
  cypher: `MATCH (n)-[r]->() WHERE id(n) IN $numbers AND ($article IS NULL OR r.article = $article
  OR r.id STARTS WITH $prefix OR (type(r) = 'MENTIONS' AND n.id = $article))
RETURN id(n) AS number, count(r) AS relations`,
  example: { numbers: [0, 1, 2], article: null, prefix: null },
});

export const relationsOfNodes = statement({
  name: 'export.relations',
  cypher: `MATCH (n)-[r]->(m) WHERE id(n) IN $numbers AND ($article IS NULL OR r.article = $article
  OR r.id STARTS WITH $prefix OR (type(r) = 'MENTIONS' AND n.id = $article))
RETURN id(r) AS number, id(n) AS source, id(m) AS target, type(r) AS type, properties(r) AS properties,
  ${kindsOf.relation}`,
  example: { numbers: [0, 1, 2], article: null, prefix: null, ...kindKeys },
});

/** One expansion for each source, which may be a hub; some of other types come with it where it has several. */
const ofSubgraph = `UNWIND $sources AS wanted
MATCH (n) WHERE id(n) = wanted.number
MATCH (n)-[r]->(m) WHERE id(m) IN wanted.targets AND type(r) IN wanted.types`;

const someSources = [{ number: 0, targets: [1, 2], types: ['MENTIONS', 'CONTROLS'] }];

export const subgraphEvidence = statement({
  name: 'export.subgraph-evidence',
  cypher: `${ofSubgraph}
RETURN id(n) AS source, id(m) AS target, type(r) AS type, r.article AS article, r.attributedTo AS speakers`,
  example: { sources: someSources },
});

export const relationsOfSubgraph = statement({
  name: 'export.relations-of-subgraph',
  cypher: `${ofSubgraph}
RETURN id(r) AS number, id(n) AS source, id(m) AS target, type(r) AS type, properties(r) AS properties,
  ${kindsOf.relation}`,
  example: { sources: someSources, ...kindKeys },
});
