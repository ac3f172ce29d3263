export const schema = /* GraphQL */ `
  "One statement in one article = one stored relationship. Without evidence the evidence fields are null."
  type Claim implements Node {
    id: ID!
    relation: Relation!
    status: ClaimStatus
    "Verbatim."
    quote: String
    "Place in article.text; null when the text is not held or the quote is no longer found."
    quoteAt: TextSpan
    "Every place of the quote in article.text, the one that is meant first."
    quotePlaces: [TextSpan!]!
    "Quote with the text around it."
    context(characters: Int = 200): String @cost(weight: 2)
    article: Article
    "First speaker to last outlet; empty when nobody is named."
    attributedTo: [Entity!]! @listSize(assumedSize: 3)
    "Whose independent word it is: the id of the first speaker, of the retold report or of the article."
    originId: ID
    disputes: [Claim!]! @listSize(assumedSize: 2)
    disputedBy: [Claim!]! @listSize(assumedSize: 2)
    "Valid time; equal for a point in time."
    validFrom: PartialDate
    validTo: PartialDate
    "The article's own words for the time, where the date was worked out from them."
    dateText: String
    "What the author of the script adds."
    note: String
    "The article's date."
    publishedAt: PartialDate
    properties(keys: [String!]): JSON!
  }

  "UTF-16 offsets, end exclusive."
  type TextSpan {
    start: Int!
    end: Int!
  }

  type ClaimEdge {
    cursor: String!
    node: Claim!
  }

  type ClaimConnection {
    edges: [ClaimEdge!]!
    nodes: [Claim!]!
    pageInfo: PageInfo!
    totalCount: Int @cost(weight: 10)
    "By type, status, article, publisher and attributedTo."
    facets(by: [String!]!): [Facet!] @cost(weight: 10) @listSize(slicingArguments: ["by"])
  }

  extend type Query {
    claims(
      filter: ClaimFilter
      orderBy: ClaimOrder = PUBLISHED_DESC
      first: Int = 20
      after: String
      last: Int
      before: String
    ): ClaimConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
