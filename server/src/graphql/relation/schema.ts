export const schema = /* GraphQL */ `
  "All claims of one type from one entity to another: one line on the canvas."
  type Relation implements Node {
    "SOURCE~TYPE~TARGET"
    id: ID!
    type: String!
    "Reads from source to target."
    caption: String!
    "Ends of the arrow. Who said it: claims.attributedTo."
    source: Entity!
    target: Entity!
    sourceId: ID!
    targetId: ID!
    standing: Standing!
    claimCount: Int!
    "Independent origins of its support. Reprints of one report are one origin."
    originCount: Int!
    statusCounts: [StatusCount!]!
    "Earliest and latest valid time of its claims."
    validFrom: PartialDate
    validTo: PartialDate
    claims(
      filter: ClaimFilter
      orderBy: ClaimOrder = PUBLISHED_DESC
      first: Int = 10
      after: String
      last: Int
      before: String
    ): ClaimConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 10)
  }

  "status is null where the graph stores none."
  type StatusCount {
    status: ClaimStatus
    count: Int!
  }

  type RelationEdge {
    cursor: String!
    node: Relation!
    "The other end, where the list belongs to one entity."
    neighbor: Entity
  }

  type RelationConnection {
    edges: [RelationEdge!]!
    nodes: [Relation!]!
    pageInfo: PageInfo!
    totalCount: Int @cost(weight: 10)
    "By type, status, article, publisher and attributedTo of the claims that pass, and by standing."
    facets(by: [String!]!): [Facet!] @cost(weight: 10) @listSize(slicingArguments: ["by"])
  }

  extend type Query {
    relation(id: ID!): Relation
    relations(
      filter: ClaimFilter
      orderBy: RelationOrder = CLAIMS
      first: Int = 20
      after: String
      last: Int
      before: String
    ): RelationConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
