/** What a graph has for questions to be about: ids, names, types and texts of its own. */
export interface Subjects {
  readonly entity: string;
  /** Ids of two to five that are related, though not all to each other. */
  readonly others: readonly string[];
  readonly relation: string;
  readonly claim: string;
  readonly names: readonly string[];
  readonly label: string;
  readonly type: string;
  readonly text: string;
  /** A property of some entities and a value that some have. */
  readonly property: { readonly key: string; readonly value: unknown };
}

/** Of the first article. */
export const articleWords = {
  names: ['rodriguez', 'The C.I.A.'],
  label: 'Person',
  type: 'LEADS',
  text: 'venezuela',
  property: { key: 'name', value: 'CIA' },
} satisfies Partial<Subjects>;

export interface Question {
  readonly title: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const head = `id __typename name type labels`;
const entity = `${head} aliases description wikidata isSource anonymous properties degree`;
const facets = `facets(by: $by) { by valueCount values { value label count } }`;
const entityList = `totalCount pageInfo { hasNextPage } nodes { ${entity} } ${facets}`;
const relation = `id type caption source { ${head} } target { ${head} } sourceId targetId standing claimCount originCount statusCounts { status count } validFrom validTo`;
const claim = `id relation { id } status quote quoteAt { start } quotePlaces { start } context article { id } attributedTo { ${head} } originId disputes { id } disputedBy { id } validFrom validTo dateText note publishedAt properties`;
const truncation = `truncation { limit shown total orderedBy }`;
const claimFacets = ['type', 'status', 'article', 'publisher', 'attributedTo'];

/** Every root field that reads, with all that it can be asked for, in each way that takes another statement. */
export function everyQuestion(about: Subjects): readonly Question[] {
  const { others, names, label, type, text, property } = about;
  const entities = (title: string, filter: object, orderBy = 'NAME'): Question => ({
    title: `entities ${title}`,
    document: `query ($filter: EntityFilter, $orderBy: EntityOrder, $by: [String!]!) { entities(filter: $filter, orderBy: $orderBy, first: 500) { ${entityList} } }`,
    variables: { filter, orderBy, by: ['type', 'isSource', 'article'] },
  });
  const relations = (title: string, filter: object, orderBy = 'CLAIMS'): Question => ({
    title: `relations ${title}`,
    document: `query ($filter: ClaimFilter, $orderBy: RelationOrder, $by: [String!]!) { relations(filter: $filter, orderBy: $orderBy, first: 500) { totalCount nodes { ${relation} claims { totalCount nodes { id } } } ${facets} } }`,
    variables: { filter, orderBy, by: [...claimFacets, 'standing'] },
  });
  const claims = (title: string, filter: object, orderBy = 'PUBLISHED_DESC'): Question => ({
    title: `claims ${title}`,
    document: `query ($filter: ClaimFilter, $orderBy: ClaimOrder, $by: [String!]!) { claims(filter: $filter, orderBy: $orderBy, first: 500) { totalCount nodes { ${claim} } ${facets} } }`,
    variables: { filter, orderBy, by: claimFacets },
  });
  const timeline = (title: string, clock: string, asked: object = {}): Question => ({
    title: `timeline ${title}`,
    document: `query ($about: [ID!], $filter: ClaimFilter, $clock: Clock) { timeline(about: $about, filter: $filter, clock: $clock, unit: YEAR) { totalClaims undated spanning buckets { start end count statusCounts { status count } } } }`,
    variables: { clock, ...asked },
  });
  const measures = ['DEGREE', 'PAGERANK', 'BETWEENNESS', 'COMMUNITIES'];
  const period = { validFrom: '1990', validTo: '2030' };
  return [
    entities('all', {}),
    entities('by type', { types: [label] }),
    entities('by text', { text }),
    entities('by id', { ids: others }),
    entities('by property', { properties: [{ key: property.key, op: 'EQ', value: property.value }] }),
    entities('by another property', { properties: [{ key: property.key, op: 'NE', value: property.value }] }),
    entities('without a property', { properties: [{ key: property.key, op: 'EXISTS', value: false }] }),
    entities('that speak', { isSource: true }),
    entities('named by articles', { mentionedIn: ['2026-01-28-cia-annex-venezuela'] }),
    entities('by degree', { minDegree: 2, maxDegree: 100 }, 'DEGREE'),
    entities('by claims', { claims: { types: [type], neighborTypes: [label] } }, 'FIRST_SEEN'),
    entities('by weight of claims', { claims: { standing: ['UNSOURCED'] } }, 'LAST_SEEN'),
    relations('all', {}),
    relations('by type', { types: [type] }, 'TYPE'),
    relations('by weight', { standing: ['UNSOURCED'] }, 'ORIGINS'),
    relations('without', { excludeTypes: [type], excludeEntities: others, excludeArticles: ['x'] }),
    claims('all', {}),
    claims('by type', { types: [type] }, 'VALID_DESC'),
    claims('by time', period, 'VALID_ASC'),
    claims('by quote', { text }, 'PUBLISHED_ASC'),
    claims('by speaker', { attributedTo: others }),
    claims('without speaker', { excludeAttributedTo: others, statuses: ['ASSERTED', 'DENIED'] }),
    timeline('of all', 'VALID'),
    timeline('by publication', 'PUBLISHED'),
    timeline('of some', 'VALID', { about: others, filter: { types: [type] } }),
    timeline('of some by publication', 'PUBLISHED', { about: others }),
    timeline('of a period', 'VALID', { filter: period }),
    {
      title: 'entity',
      document: `query ($id: ID!, $keys: [String!]) { entity(id: $id) { ${entity}
        own: properties(keys: $keys) filtered: degree(filter: { excludeTypes: ["NONE"] })
        neighborCounts { relationType direction entityType count }
        neighbors(first: 100) { totalCount nodes { ${head} } edges { relationCount relations { ${relation} } } }
        out: neighbors(first: 100, direction: OUT, orderBy: TYPE) { totalCount nodes { id } }
        in: neighbors(first: 100, direction: IN, orderBy: CLAIMS) { totalCount nodes { id } }
        relations(first: 100) { totalCount edges { neighbor { ${head} } node { ${relation} } } facets(by: ["type", "standing"]) { by values { value count } } }
        typed: relations(first: 100, orderBy: TYPE, direction: OUT) { totalCount nodes { id } }
        claimsMade { totalCount nodes { id } } mentionedIn { totalCount nodes { id } } } }`,
      variables: { id: about.entity, keys: [property.key, 'id', 'name', 'none'] },
    },
    {
      title: 'node and nodes',
      document: `query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id __typename } nodes(ids: $ids) { id __typename ... on Claim { ${claim} } ... on Relation { ${relation} } ... on Entity { ${head} } } relation(id: "none~IS~none") { id } }`,
      variables: {
        id: about.entity,
        ids: [...others, about.relation, about.claim, 'none', 'n:999999', '4:a:1', 'e:999999', '5:a:1'],
      },
    },
    {
      title: 'search',
      document: `query ($q: String!, $by: [String!]!) { search(query: $q, in: [ENTITIES, QUOTES, ARTICLES], first: 50) { totalCount nodes { id } edges { score field snippet distance highlights { start end } node { ... on Entity { ${head} } } } ${facets} } }`,
      variables: { q: text, by: ['scope', 'type'] },
    },
    {
      title: 'search by type',
      document: `query ($q: String!, $types: [String!]) { search(query: $q, types: $types) { totalCount nodes { id ... on Entity { ${head} } } } }`,
      variables: { q: names[0], types: [label] },
    },
    {
      title: 'matchNames',
      document: `query ($names: [String!]!, $types: [String!]) { matchNames(names: $names) { query candidateCount candidates { score exact distance matched entity { ${head} } } } typed: matchNames(names: $names, types: $types) { query candidates { entity { id } } } }`,
      variables: { names: [...names, 'nobody at all', ' '], types: [label] },
    },
    {
      title: 'commonNeighbors',
      document: `query ($of: [ID!]!) { commonNeighbors(of: $of, first: 50) { totalCount nodes { ${head} } edges { relationCount relations { ${relation} } } } }`,
      variables: { of: others.slice(0, 2) },
    },
    {
      title: 'paths',
      document: `query ($between: [ID!]!) { paths(between: $between, k: 20, maxLength: 3) { complete ${truncation} paths { rank length standing support hops { from { ${head} } to { id } forward support relation { id } others { id } } } } }`,
      variables: { between: others.slice(0, 2) },
    },
    {
      title: 'paths along the arrows',
      document: `query ($between: [ID!]!) { paths(between: $between, k: 20, maxLength: 4, directed: true, rankBy: STRONGEST_EVIDENCE, maxDegree: 50) { complete paths { length hops { relation { id } } } } }`,
      variables: { between: others.slice(0, 2) },
    },
    ...measures.map((measure) => ({
      title: `analysis ${measure}`,
      document: `query ($measure: AnalysisMeasure!, $seeds: [ID!]) { analysis(measure: $measure) { method relationCount ${truncation} nodes { score community entity { ${head} } } } around: analysis(measure: $measure, seeds: $seeds, depth: 1) { relationCount nodes { score entity { id } } } }`,
      variables: { measure, seeds: others },
    })),
    {
      title: 'subgraph',
      document: `query ($seeds: [ID!]!) { subgraph(seeds: $seeds, depth: 2, maxNodes: 2000, maxRelations: 5000) { truncated ${truncation} nodes { ${head} properties(keys: ["name"]) } relations { ${relation} } exports { format mediaType } }
        cut: subgraph(seeds: $seeds, depth: 1, maxNodes: 2, maxRelations: 1) { truncated ${truncation} } }`,
      variables: { seeds: [...others, about.claim, about.relation] },
    },
    {
      title: 'types',
      document: `{ types { entityTypes { name label plural described count properties { key valueTypes count sampled } } relationTypes { name caption described count ends { sourceType targetType count } properties { key valueTypes count sampled } } } }`,
      variables: {},
    },
    {
      title: 'statistics',
      document: `{ statistics { entities relations claims articles sources databaseIds } exports { format mediaType href } }`,
      variables: {},
    },
    {
      title: 'articles and changes',
      document: `query ($text: String!) { article(id: "none") { id } articles { totalCount nodes { id title publisher publishedAt origin { id } basedOn { id } text url claims { totalCount } mentions { totalCount nodes { id } facets(by: ["type"]) { values { value count } } } exports { format } } } found: articles(text: $text) { totalCount } changes { totalCount } }`,
      variables: { text },
    },
  ];
}
