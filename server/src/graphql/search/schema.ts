export const schema = /* GraphQL */ `
  enum SearchScope {
    "Names and aliases."
    ENTITIES
    "The quotes of claims."
    QUOTES
    "Titles and text."
    ARTICLES
  }

  type SearchEdge {
    cursor: String!
    node: Node!
    score: Float!
    "name, aliases, quote, title or text."
    field: String!
    "The value that matched; of a text, the surroundings of the match."
    snippet: String!
    "Where in the snippet."
    highlights: [TextSpan!]!
    "Letters that had to be changed for the match; 0 when it is exact or a beginning. Names alone are found with letters off."
    distance: Int!
  }

  type SearchConnection {
    edges: [SearchEdge!]!
    nodes: [Node!]!
    pageInfo: PageInfo!
    "Null when there may be more than the first 200 entities and quotes, and 50 articles, that a search reads."
    totalCount: Int
    "By scope and by type, of entities and relations, over all that was read: see totalCount."
    facets(by: [String!]!): [Facet!] @cost(weight: 10) @listSize(slicingArguments: ["by"])
  }

  extend type Query {
    """
    Best first, without regard to case and marks. Names are found by beginnings of words, in any order, with a
    letter or two off; quotes and texts by all words, those that stand together first. What is in quotation
    marks has to occur as it is, in names, quotes and texts alike: "priority number" annex.
    """
    search(
      query: String!
      in: [SearchScope!] = [ENTITIES]
      "Of entities, and of relations where quotes are searched."
      types: [String!]
      first: Int = 20
      after: String
      last: Int
      before: String
    ): SearchConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
