import { noFilter, passesFilter, passesNeighborTypes } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';

/** Every claim `c` that passes. */
const everyClaim = (g: GraphForm): string => `MATCH (s${g.label})-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${g.claimId('c')} IS NOT NULL AND ${passesFilter(g)}`;

/** The same with one of the entities `$about` at an end. */
const claimsAbout = (g: GraphForm): string => `UNWIND $about AS id
${g.find('e', 'id')}
MATCH (e)-[c]-(o${g.label})
WHERE ${g.isClaim('e', 'c', 'o')} AND ${g.claimId('c')} IS NOT NULL
  AND ${passesNeighborTypes(g)}
WITH DISTINCT c, startNode(c) AS s, endNode(c) AS t
WHERE ${passesFilter(g)}`;

const byValidTime = `WITH c.date AS date, c.from AS validFrom, c.to AS validTo, c.status AS status, count(c) AS count
RETURN date, validFrom, validTo, status, count LIMIT $limit`;

const byArticle = `WITH c.article AS article, c.status AS status, count(c) AS count
RETURN article, status, count LIMIT $limit`;

const all = { limit: 1_000, ...noFilter };
const about = { about: ['cia', 'delcy-rodriguez', 'venezuela'], ...all };

export const validTimes = graphStatement({
  name: 'timeline.valid-times',
  cypher: (g) => `${everyClaim(g)}
${byValidTime}`,
  example: all,
});

export const validTimesAbout = graphStatement({
  name: 'timeline.valid-times-about',
  cypher: (g) => `${claimsAbout(g)}
${byValidTime}`,
  example: about,
});

export const publications = graphStatement({
  name: 'timeline.publications',
  cypher: (g) => `${everyClaim(g)}
${byArticle}`,
  example: all,
});

export const publicationsAbout = graphStatement({
  name: 'timeline.publications-about',
  cypher: (g) => `${claimsAbout(g)}
${byArticle}`,
  example: about,
});
