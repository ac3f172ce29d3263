export const schema = /* GraphQL */ `
  type NameMatch {
    "As it was given."
    query: String!
    "At most 5, best first. None for a name that is blank or longer than 200 letters."
    candidates: [NameCandidate!]! @listSize(assumedSize: 5)
    "How many entities match in all; null when there may be more than the 200 that were looked at."
    candidateCount: Int
  }

  type NameCandidate {
    entity: Entity!
    "1 for the name itself, a little less for an alias, down to 0.3 for two letters off."
    score: Float!
    "The name or an alias is what was given, but for case, marks, apostrophes and a leading the."
    exact: Boolean!
    "Letters that had to be changed; 0 when it is exact or a beginning."
    distance: Int!
    "The name or alias that matched."
    matched: String!
  }

  extend type Query {
    """
    Best matches for each of up to 100 names, in their order. An exact match comes before beginnings and
    letters off; among equals the entity with the most relations. Quotation marks are part of a name here.
    """
    matchNames(names: [String!]!, types: [String!]): [NameMatch!]
      @cost(weight: 20)
      @listSize(slicingArguments: ["names"])
  }
`;
