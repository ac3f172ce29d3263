export const schema = /* GraphQL */ `
  enum ChangeAction {
    "A script was loaded, for the first time or changed."
    LOAD
    "An article was taken out of the graph."
    UNLOAD
  }

  enum ContradictionKind {
    "One of the two declares that it disputes the other."
    DISPUTED
    "Same relation at the same time, denied by one of them."
    DENIED
    "Opposite relations of the same two at the same time. Nothing is decided."
    POSSIBLE
  }

  "A relation that more independent origins support than before."
  type BackedRelation {
    id: ID!
    "Null when it is no longer in the graph."
    relation: Relation
    originsBefore: Int!
    originsAfter: Int!
    "The claims that add to it."
    claimIds: [ID!]!
  }

  "Two claims that cannot both hold, at least one of them of this load."
  type Contradiction {
    kind: ContradictionKind!
    claimId: ID!
    againstId: ID!
    relationId: ID!
    "The same as relationId where one denies what the other says."
    againstRelationId: ID!
    "Null when it is no longer in the graph."
    claim: Claim
    against: Claim
  }

  "What one load or unload did to the graph. Its lists hold at most 500 items; its numbers count all."
  type Change {
    "From 1, without gaps, over all that was ever loaded into this graph."
    sequence: Int!
    at: PartialDate!
    by: String!
    action: ChangeAction!
    "The script as the graph knows it; null where it knows none."
    path: String
    "Null for a graph that is no article's."
    articleId: ID
    "Null as well when it is no longer in the graph."
    article: Article
    "Claims that were not there before."
    added: Int!
    "Claims that say or show something else than before."
    changed: Int!
    removed: Int!
    addedClaims: [ID!]!
    changedClaims: [ID!]!
    removedClaims: [ID!]!
    addedEntities: [ID!]!
    changedEntities: [ID!]!
    "Entities that nothing refers to any more. They stay in the graph."
    leftEntities: [ID!]!
    addedEntityCount: Int!
    backedCount: Int!
    backed: [BackedRelation!]! @listSize(assumedSize: 20)
    contradictedCount: Int!
    contradicted: [Contradiction!]! @listSize(assumedSize: 20)
  }

  type ChangeEdge {
    cursor: String!
    node: Change!
  }

  type ChangeConnection {
    edges: [ChangeEdge!]!
    nodes: [Change!]!
    pageInfo: PageInfo!
    totalCount: Int @cost(weight: 10)
  }

  extend type Query {
    "Random, and given to a graph once: tells whether the same graph is still served here. Null until a server has started on it."
    graphId: ID
    "Latest first; since narrows to changes behind the one of that number."
    changes(since: Int = 0, first: Int = 20, after: String, last: Int, before: String): ChangeConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }

  type Subscription {
    "Each change as soon as it is in the graph, whoever made it; before those, what came behind the one of the number in since."
    graphChanged(since: Int): Change!
  }
`;
