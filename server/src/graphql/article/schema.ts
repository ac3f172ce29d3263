export const schema = /* GraphQL */ `
  type Article implements Node {
    id: ID!
    title: String
    publisher: String
    url: URL
    publishedAt: PartialDate
    "The report it retells."
    basedOn: Article
    "End of the basedOn chain; itself when it retells none."
    origin: Article!
    "Null for a report that is known of but not held."
    text: String @cost(weight: 5)
    claims(
      filter: ClaimFilter
      orderBy: ClaimOrder = ARTICLE_POSITION
      first: Int = 20
      after: String
      last: Int
      before: String
    ): ClaimConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
    mentions(types: [String!], first: Int = 50, after: String, last: Int, before: String): EntityConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 50)
  }

  type ArticleEdge {
    cursor: String!
    node: Article!
  }

  type ArticleConnection {
    edges: [ArticleEdge!]!
    nodes: [Article!]!
    pageInfo: PageInfo!
    totalCount: Int @cost(weight: 10)
  }

  extend type Query {
    article(id: ID!): Article
    "Latest first; text narrows to titles and texts that contain it."
    articles(text: String, first: Int = 20, after: String, last: Int, before: String): ArticleConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
