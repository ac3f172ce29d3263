import { statement } from '../../store/statement.ts';
import { graphStatement } from './graph-form.ts';
import { articleColumns, claimColumns } from './model-rows.ts';

const article = '2026-01-28-cia-annex-venezuela';

export const entitiesById = graphStatement({
  name: 'base.entities-by-id',
  cypher: (g) => `UNWIND $ids AS id
${g.find('n', 'id')}
RETURN ${g.entity('n')} AS entity, id ORDER BY id`,
  example: { ids: ['delcy-rodriguez', 'cia', 'nobody'] },
});

export const articlesById = statement({
  name: 'base.articles-by-id',
  cypher: `UNWIND $ids AS wanted MATCH (a:Article {id: wanted}) RETURN ${articleColumns} ORDER BY id`,
  example: { ids: [article, 'none'] },
});

export const articleTexts = statement({
  name: 'base.article-texts',
  cypher: `UNWIND $ids AS wanted MATCH (a:Article {id: wanted}) RETURN a.id AS id, a.text AS text ORDER BY id`,
  example: { ids: [article] },
});

/** Those of the keys that each has, or all. */
export const propertiesOfEntities = graphStatement<{
  readonly ids: readonly string[];
  readonly keys: readonly string[] | null;
  readonly limit: number;
}>({
  name: 'base.properties-of-entities',
  cypher: (g) => `UNWIND $ids AS id
${g.find('n', 'id')}
RETURN id, CASE WHEN $keys IS NULL THEN properties(n) END AS properties,
  CASE WHEN $keys IS NULL THEN [] ELSE [key IN $keys WHERE n[key] IS NOT NULL | [key, n[key]]] END AS pairs
ORDER BY id LIMIT $limit`,
  example: { ids: ['delcy-rodriguez', 'cia'], keys: ['name', 'wikidata', 'none'], limit: 10 },
});

/** One expansion for each source, however many of its relations are wanted: it may be a hub. */
export const claimsOfRelations = graphStatement({
  name: 'base.claims-of-relations',
  cypher: (g) => `UNWIND $sources AS wanted
${g.find('s', 'wanted.id')}
MATCH (s)-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${g.id('t')} IN wanted.targets AND type(c) IN wanted.types
RETURN ${claimColumns(g)}
ORDER BY source, target, claimId LIMIT $limit`,
  example: {
    sources: [
      { id: 'cia', targets: ['cia-annex-venezuela', 'venezuela'], types: ['ESTABLISHES', 'INFLUENCES'] },
    ],
    limit: 100,
  },
});

/** Claims can be anywhere, and no store keeps an index over all types of relationships. */
export const claimsById = graphStatement({
  name: 'base.claims-by-id',
  cypher: (g) => `${g.findClaims('c', '$ids')}
RETURN ${claimColumns(g)}
ORDER BY claimId, source, target LIMIT $limit`,
  example: { ids: [`${article}/cia-sets-up-annex`, `${article}/none`], limit: 100 },
});

export const claimsOfArticles = graphStatement({
  name: 'base.claims-of-articles',
  cypher: (
    g,
  ) => `MATCH (s${g.label})-[c]->(t${g.label}) WHERE ${g.isClaim('s', 'c', 't')} AND c.article IN $articles
RETURN ${claimColumns(g)}
ORDER BY claimId, source, target LIMIT $limit`,
  example: { articles: [article], limit: 100 },
});

/** Looks at every relationship, so at one property of it and at none of its ends: that takes a third of the time. */
export const declaredDisputes = statement({
  name: 'base.declared-disputes',
  cypher: `MATCH ()-[c]->() WHERE c.disputes IS NOT NULL
RETURN c.id AS id, c.status AS status, c.disputes AS disputes
ORDER BY id LIMIT $limit`,
  example: { limit: 100 },
});

export const loadStatements = [
  entitiesById,
  propertiesOfEntities,
  articlesById,
  articleTexts,
  claimsOfRelations,
  claimsById,
  claimsOfArticles,
  declaredDisputes,
];
