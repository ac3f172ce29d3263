import { noFilter, passesFilter, passesNeighborTypes } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';
import { behindStart, inDirection, pageStart, PART_END } from '../base/keyset.ts';
import { examplePublication } from '../base/publication-dates.ts';
import { tallyOfArticles, tallyOfLabels } from '../base/stored-facets.ts';
import { asKey, hasPlainId } from '../base/stored-ids.ts';
import type { AskedParameters } from './filter.ts';
import { passesProperties } from './property-filter.ts';

/** Every entity `e` that passes what it tells itself. */
const chosen = (g: GraphForm): string => `MATCH (e${g.label})
  WHERE ${g.isEntity('e')}
    AND ($asked.ids IS NULL OR ${g.id('e')} IN $asked.ids)
    AND ($asked.types IS NULL OR any(label IN labels(e) WHERE label IN $asked.types))
    AND ($asked.isSource IS NULL OR ('Source' IN labels(e)) = $asked.isSource)
    AND ($asked.textPattern IS NULL OR ${g.name('e')} =~ $asked.textPattern
      OR e.aliases =~ $asked.textPattern OR any(alias IN e.aliases WHERE alias =~ $asked.textPattern))
    AND ${passesProperties}
    AND ($asked.mentionedIn IS NULL OR EXISTS { MATCH (e)<-[:MENTIONS]-(a:Article) WHERE a.id IN $asked.mentionedIn })`;

/** The same, with what its claims and the articles that name it tell. */
const measured = (g: GraphForm): string => `${chosen(g)}
  CALL (e) {
    MATCH (e)-[c]-(o${g.label})
    WHERE ${g.isClaim('e', 'c', 'o')}
    WITH e, o, startNode(c) AS s, c, endNode(c) AS t, $publishedAt[${asKey('c.article')}] AS published
    RETURN count(DISTINCT [type(c), s = e, ${g.id('o')}]) AS degree,
      count(CASE WHEN $asked.hasClaim AND ${passesNeighborTypes(g)}
        AND ${passesFilter(g)} THEN 1 END) AS passing,
      min(published) AS firstClaim, max(published) AS lastClaim
  }
  CALL (e) {
    MATCH (e)<-[:MENTIONS]-(a:Article) WHERE ${hasPlainId('a')}
    RETURN min($publishedAt[${asKey('a.id')}]) AS firstMention, max($publishedAt[${asKey('a.id')}]) AS lastMention
  }
  WITH p, e, degree,
    CASE WHEN firstMention IS NULL OR firstClaim < firstMention THEN firstClaim ELSE firstMention END AS firstSeen,
    CASE WHEN lastMention IS NULL OR lastClaim > lastMention THEN lastClaim ELSE lastMention END AS lastSeen, passing
  WHERE (NOT $asked.hasClaim OR passing > 0)
    AND ($asked.minDegree IS NULL OR degree >= $asked.minDegree)
    AND ($asked.maxDegree IS NULL OR degree <= $asked.maxDegree)`;

const measuredPlace = `CASE $asked.order WHEN 'DEGREE' THEN -degree WHEN 'FIRST_SEEN' THEN coalesce(firstSeen, $undated)
    WHEN 'LAST_SEEN' THEN coalesce(-lastSeen, $undated) ELSE 0 END`;

const asked: AskedParameters = {
  order: 'NAME',
  ids: null,
  types: ['Person', 'Organization'],
  textPattern: null,
  mentionedIn: ['2026-01-28-cia-annex-venezuela'],
  isSource: null,
  minDegree: null,
  maxDegree: null,
  properties: [
    { key: 'name', op: 'NE', texts: ['CIA'], others: [], text: null, number: null, wanted: true },
    { key: 'id', op: 'GT', texts: [], others: [], text: 'b', number: null, wanted: true },
  ],
  hasClaim: false,
};
const { publishedAt, undated } = examplePublication;
const measuring = { publishedAt, undated, ...noFilter };
const parents = [{ key: '', id: '' }];

const chosenExample = { asked };
const measuredExample = {
  asked: { ...asked, order: 'LAST_SEEN', minDegree: 2, maxDegree: 50, hasClaim: true } as const,
  ...measuring,
};

export const entityList = graphStatement({
  name: 'entities.list',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${chosen(g)}
  WITH p, e, 0 AS n, ${g.name('e')} + '${PART_END}' + ${g.id('e')} AS k
  WHERE ${behindStart}
  RETURN ${g.entity('e')} AS entity, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, entity, n, k ORDER BY ${inDirection}`,
  example: { parents: [pageStart('', null)], forward: true, limit: 5, ...chosenExample },
});

export const measuredList = graphStatement({
  name: 'entities.measured-list',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${measured(g)}
  WITH p, e, ${measuredPlace} AS n, ${g.name('e')} + '${PART_END}' + ${g.id('e')} AS k
  WHERE ${behindStart}
  RETURN ${g.entity('e')} AS entity, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, entity, n, k ORDER BY ${inDirection}`,
  example: { parents: [pageStart('', null)], forward: true, limit: 5, ...measuredExample },
});

export const entityTotal = graphStatement({
  name: 'entities.total',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${chosen(g)}
  RETURN count(e) AS count
}
RETURN p.key AS parent, count`,
  example: { parents, ...chosenExample },
});

export const entityLabels = graphStatement({
  name: 'entities.labels',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${chosen(g)}
  ${tallyOfLabels}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents, limit: 5, ...chosenExample },
});

export const entityArticles = graphStatement({
  name: 'entities.articles',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${chosen(g)}
  ${tallyOfArticles}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents, limit: 5, ...chosenExample },
});

export const measuredTotal = graphStatement({
  name: 'entities.measured-total',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${measured(g)}
  RETURN count(e) AS count
}
RETURN p.key AS parent, count`,
  example: { parents, ...measuredExample },
});

export const measuredLabels = graphStatement({
  name: 'entities.measured-labels',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${measured(g)}
  ${tallyOfLabels}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents, limit: 5, ...measuredExample },
});

export const measuredArticles = graphStatement({
  name: 'entities.measured-articles',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${measured(g)}
  ${tallyOfArticles}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents, limit: 5, ...measuredExample },
});
