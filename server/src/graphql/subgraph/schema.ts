export const schema = /* GraphQL */ `
  "Flat: for tables, networkx and the canvas. Every relation has both ends in nodes."
  type Subgraph {
    nodes: [Entity!]!
    relations: [Relation!]!
    truncated: Boolean!
    truncation: [Truncation!]!
  }

  extend type Query {
    "Everything within depth relations of the seeds, and all relations among what is found. An article as a seed stands for the entities of its claims; depth 0 gives the relations among the seeds alone."
    subgraph(
      seeds: [ID!]!
      depth: Int = 1
      filter: ClaimFilter
      maxNodes: Int = 200
      maxRelations: Int = 500
    ): Subgraph
      @cost(weight: 50)
      @listSize(slicingArguments: ["maxNodes", "maxRelations"], sizedFields: ["nodes", "relations"])
  }
`;
