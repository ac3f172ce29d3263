/** Documents as analysts and notebooks send them, with variables for the first article. */

const find = `query Find($q: String!) { search(query: $q, in: [ENTITIES, QUOTES], first: 10) { totalCount edges { snippet field node { __typename id ... on Entity { name type degree } ... on Claim { status relation { caption } } } } } }`;

export const expand = `query Expand($id: ID!, $after: String) { entity(id: $id) { id name type neighborCounts { relationType direction entityType count } relations(first: 25, after: $after, orderBy: ORIGINS) { totalCount pageInfo { hasNextPage endCursor } edges { neighbor { id name type } node { id type caption standing claimCount originCount } } } } }`;

export const evidence = `query Evidence($id: ID!) { relation(id: $id) { caption standing source { name } target { name } claims(first: 20) { totalCount nodes { id status quote context(characters: 300) validFrom validTo publishedAt attributedTo { id name anonymous } article { id title publisher url origin { id publisher } } disputes { id quote } disputedBy { id quote status } } } } }`;

export const denials = `query Denials($speaker: [ID!]) { claims(filter: { statuses: [DENIED], attributedTo: $speaker }, first: 100) { totalCount nodes { id quote publishedAt relation { sourceId type targetId } attributedTo { name } disputes { id quote attributedTo { name } } } } }`;

export const graphFrame = `query GraphFrame($seeds: [ID!]!) { subgraph(seeds: $seeds, depth: 2, maxNodes: 300, maxRelations: 1000) { truncated truncation { limit at shown total orderedBy } nodes { id name type } edges: relations { key: id source: sourceId target: targetId type standing claimCount originCount validFrom validTo } } }`;

const claimsFrame = `query ClaimsFrame($first: Int!, $after: String) { claims(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id status quote validFrom validTo publishedAt relation { type sourceId targetId } article { id publisher } attributedTo { id name } } } }`;

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
