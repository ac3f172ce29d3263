import { guideDocument } from '../docs/guide.ts';

/** Documents as analysts and notebooks send them, with variables for the first article. */

const find = guideDocument('Find');

export const expand = guideDocument('Expand');

export const evidence = guideDocument('Evidence');

export const denials = guideDocument('Denials');

export const graphFrame = guideDocument('GraphFrame');

const claimsFrame = guideDocument('ClaimsFrame');

export const whatDidMyArticleAdd = `query WhatDidMyArticleAdd($id: ID!) { article(id: $id) { title publishedAt origin { id } claims(first: 100) { totalCount nodes { id status quote quoteAt { start end } quotePlaces { start end } relation { caption standing originCount } } } mentions(first: 100) { totalCount nodes { id name type degree } } } types { entityTypes { name label plural family icon described count } relationTypes { name described count caption inverseCaption shortCaption symmetric ends { sourceType targetType count } } } }`;

const everythingElse = `query EverythingElse($ids: [ID!]!) {
  statistics { entities relations claims articles sources }
  nodes(ids: $ids) { __typename id ... on Entity { labels aliases description wikidata isSource anonymous properties claimsMade(first: 3) { totalCount nodes { id } } mentionedIn { totalCount nodes { id } } neighbors(first: 5) { totalCount edges { relationCount relations { id statusCounts { status count } } node { id } } } } ... on Claim { originId note dateText properties } ... on Article { basedOn { id publisher } text } }
  relations(orderBy: TYPE, first: 500) { totalCount nodes { id standing } }
  articles { totalCount nodes { id publishedAt } }
}`;

export const article = '2026-01-28-cia-annex-venezuela';

export const documents: readonly {
  readonly name: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}[] = [
  { name: 'Find', document: find, variables: { q: 'rodriguez' } },
  { name: 'Expand', document: expand, variables: { id: 'cia' } },
  {
    name: 'Evidence',
    document: evidence,
    variables: { id: 'delcy-rodriguez~REJECTS_ORDERS_OF~united-states' },
  },
  { name: 'Denials', document: denials, variables: { speaker: ['donald-trump'] } },
  { name: 'GraphFrame', document: graphFrame, variables: { seeds: ['cia', 'delcy-rodriguez'] } },
  { name: 'ClaimsFrame', document: claimsFrame, variables: { first: 500 } },
  { name: 'WhatDidMyArticleAdd', document: whatDidMyArticleAdd, variables: { id: article } },
  {
    name: 'EverythingElse',
    document: everythingElse,
    variables: {
      ids: ['delcy-rodriguez', `${article}/met-ratcliffe`, article, 'nobody', 'cia~LEADS~nobody'],
    },
  },
];
