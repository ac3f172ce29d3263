export const schema = /* GraphQL */ `
  "Both orders end with the ids on the path, so equal graphs give equal answers."
  enum PathRank {
    "Fewest hops first; among these as STRONGEST_EVIDENCE."
    SHORTEST
    "A path is as strong as its weakest hop: highest support of that hop first, then fewest hops as weak as it, then most origins behind it, then fewest hops."
    STRONGEST_EVIDENCE
  }

  type PathResult {
    "Best first, those of all pairs of entities together."
    paths: [Path!]!
    "False: a limit ended the search, and better or further paths within maxLength may exist. Which limit is told by truncation."
    complete: Boolean!
    "What limits left out, k among them: further paths than were asked for leave the search complete."
    truncation: [Truncation!]!
  }

  "A way from one entity to another that passes nothing twice."
  type Path {
    "From 1."
    rank: Int!
    "Number of hops."
    length: Int!
    "That of the weakest hop."
    standing: Standing!
    "That of the weakest hop, see Hop.support."
    support: Int!
    hops: [Hop!]! @listSize(assumedSize: 4)
  }

  "One step. Several relations between the same two entities are one hop: the strongest carries it."
  type Hop {
    from: Entity!
    relation: Relation!
    to: Entity!
    "The arrow points from -> to."
    forward: Boolean!
    "How well the claims that pass the filter support the relation, an ordinal: 5 asserted by two or more origins, 4 asserted, 3 reported by two or more, 2 reported or without a status, 1 planned or predicted, 0 questioned, an opinion or otherwise. One less where the relation is disputed."
    support: Int!
    "Further relations between the two that would carry the hop, strongest first."
    others: [Relation!]! @listSize(assumedSize: 2)
  }

  extend type Query {
    "The k best ways between 2 to 5 entities, each from one of them to another and through none of the others; never through an article, what it mentions, or its own voice. Denied, retracted and withdrawn claims carry no path unless filter.statuses names them."
    paths(
      between: [ID!]!
      "At most 20, of all pairs together."
      k: Int = 5
      "Hops of a path, at most 6."
      maxLength: Int = 4
      filter: ClaimFilter
      "Along the arrows alone, from an entity to those named after it. Relations that read the same both ways may be taken both ways."
      directed: Boolean = false
      "Never pass through an entity with more relations that pass the filter."
      maxDegree: Int
      rankBy: PathRank = SHORTEST
    ): PathResult @cost(weight: 500) @listSize(slicingArguments: ["k"], sizedFields: ["paths"])
  }
`;
