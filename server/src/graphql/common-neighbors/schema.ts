export const schema = /* GraphQL */ `
  extend type Query {
    """
    Entities that are related to each of 2 to 5 others, whatever the direction; those with the most claims to them
    first. Edges carry the relations to all of them. Empty where one of the ids names nothing.
    """
    commonNeighbors(
      of: [ID!]!
      "Of the claims that relate them; neighborTypes are those of the entities that are looked for."
      filter: ClaimFilter
      first: Int = 20
      after: String
      last: Int
      before: String
    ): NeighborConnection
      @cost(weight: 10)
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
