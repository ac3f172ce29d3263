/** How much one request may ask for; above it the answer is an error that names both numbers. */
export const limits = {
  /** Items of a page: of a list at the root, and of a list inside another object. */
  rootPage: 500,
  nestedPage: 100,
  /** Ids in one argument, such as `nodes(ids)`. */
  ids: 1_000,
  /** Characters of `Claim.context` on either side. */
  contextCharacters: 2_000,
  /** Entities whose common neighbours are looked for. */
  commonEnds: 5,
  /** Letters of a search, and of a name to match. */
  queryLength: 200,
  /** Names that are matched at once, and candidates for each. */
  names: 100,
  nameCandidates: 5,
  /** Letters that a filter by text looks for: more than the longest quote has. */
  textLength: 500,
  subgraphDepth: 4,
  subgraphNodes: 2_000,
  subgraphRelations: 5_000,
  /** Entities and relations that are measured at once. */
  analysisNodes: 4_000,
  analysisRelations: 20_000,
  /** Different entities that paths run between, paths of an answer, hops of a path. */
  pathEnds: 5,
  paths: 20,
  pathLength: 6,
  /** Relations that a search for paths reads, entities at one distance that it looks at, beginnings of paths that it tries. */
  pathRelations: 20_000,
  pathFrontier: 5_000,
  pathsTried: 30_000,
  /** Relations of one list that are weighed to order them by origins, or to filter them by standing or origins. */
  weighedRelations: 2_000,
  /** Claims read at once to weigh relations, and of the articles of one list. */
  claimsAtOnce: 50_000,
  /** Articles whose dates order claims; claims of further ones come as undated. */
  articles: 100_000,
  /** Conditions on properties in one filter. */
  propertyFilters: 20,
  /** Buckets of a timeline. */
  timelineBuckets: 1_000,
  /** Different dates, with their statuses, that a timeline is counted from. */
  timelineDates: 50_000,
  /** Values of a facet. */
  facetValues: 50,
  /** Sets of labels that are told as types, for a facet by type. */
  facetLabelSets: 1_000,
  /** Entities or claims whose keys are looked at to tell the properties of types, and sets of keys of these. */
  sampledItems: 1_000_000,
  keySets: 1_000,
  /** Hits of a search, for each scope. */
  searchHits: 200,
  /** The same for articles, whose texts are read to show the place. */
  searchArticles: 50,
  /** Characters of an export's link: proxies take no longer ones. */
  linkLength: 8_000,
  /** Of the text of a script. */
  scriptBytes: 4 * 1024 * 1024,
} as const;
