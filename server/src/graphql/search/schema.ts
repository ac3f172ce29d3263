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
    "The value that matched."
    snippet: String!
    "Where in the snippet."
    highlights: [TextSpan!]!
    "Letters that had to be changed for the match; 0 when it is exact or a beginning."
    distance: Int!
  }

  type SearchConnection {
    edges: [SearchEdge!]!
    nodes: [Node!]!
    pageInfo: PageInfo!
    totalCount: Int
  }

  extend type Query {
    "Prefix, fuzzy and without regard to case and marks. Quotation marks make it exact."
    search(
      query: String!
      in: [SearchScope!] = [ENTITIES]
      types: [String!]
      first: Int = 20
      after: String
      last: Int
      before: String
    ): SearchConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
