import { statement } from '../../store/statement.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';
import { behindStart, inDirection, pageStart, PART_END } from '../base/keyset.ts';
import { articleColumns } from '../base/model-rows.ts';
import { examplePublication, publishedNumber } from '../base/publication-dates.ts';
import { tallyOfArticles, tallyOfLabels } from '../base/stored-facets.ts';
import { asKey, hasPlainId } from '../base/stored-ids.ts';

const matching = `MATCH (a:Article)
  WHERE ${hasPlainId('a')} AND ($textPattern IS NULL OR a.title =~ $textPattern OR a.text =~ $textPattern)`;

export const articleList = statement({
  name: 'article.list',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${matching}
  WITH p, a, $publishedAt[${asKey('a.id')}] AS published
  WITH p, a, ${publishedNumber} AS n, a.id AS k
  WHERE ${behindStart}
  RETURN ${articleColumns}, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, title, publisher, outlet, url, publishedAt, basedOn, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('', null)],
    textPattern: null,
    forward: true,
    limit: 5,
    ...examplePublication,
  },
});

export const articleTotal = statement({
  name: 'article.total',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${matching}
  RETURN count(a) AS count
}
RETURN p.key AS parent, count`,
  example: { parents: [{ key: '', id: '' }], textPattern: '(?isu).*venezuela.*' },
});

const mentioned = (g: GraphForm): string => `MATCH (a:Article {id: p.id})-[:MENTIONS]->(e${g.label})
  WHERE ${g.isEntity('e')} AND ($types IS NULL OR any(label IN labels(e) WHERE label IN $types))`;

export const mentionedEntities = graphStatement({
  name: 'article.mentioned-entities',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${mentioned(g)}
  WITH DISTINCT p, e
  WITH p, e, 0 AS n, ${g.name('e')} + '${PART_END}' + ${g.id('e')} AS k
  WHERE ${behindStart}
  RETURN ${g.entity('e')} AS entity, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, entity, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('2026-01-28-cia-annex-venezuela', null)],
    types: ['Person', 'Organization'],
    forward: true,
    limit: 5,
  },
});

export const mentionedTotal = graphStatement({
  name: 'article.mentioned-total',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${mentioned(g)}
  RETURN count(DISTINCT e) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: {
    parents: [{ key: '2026-01-28-cia-annex-venezuela', id: '2026-01-28-cia-annex-venezuela' }],
    types: null,
  },
});

const mentioningExample = {
  parents: [{ key: '2026-01-28-cia-annex-venezuela', id: '2026-01-28-cia-annex-venezuela' }],
  types: null,
  limit: 5,
};

export const mentionedLabels = graphStatement({
  name: 'article.mentioned-labels',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${mentioned(g)}
  ${tallyOfLabels}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: mentioningExample,
});

export const mentionedElsewhere = graphStatement({
  name: 'article.mentioned-elsewhere',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${mentioned(g)}
  ${tallyOfArticles}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: mentioningExample,
});
