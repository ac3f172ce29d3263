export const schema = /* GraphQL */ `
  "Several claims of one type from one entity to another are one relation and count once. A relation from an entity to itself counts nowhere."
  enum AnalysisMeasure {
    "Number of relations to the others, whatever their direction."
    DEGREE
    "Along the arrows, symmetric relations both ways; several relations from one entity to another weigh as many times."
    PAGERANK
    "Share of the shortest ways between others that pass through the entity, from 0 to 1; whatever the direction, several relations between two are one step."
    BETWEENNESS
    "Groups that are related more among themselves than with others, whatever the direction; several relations between two weigh as many times."
    COMMUNITIES
  }

  type Analysis {
    measure: AnalysisMeasure!
    "Algorithm, its parameters, library and version."
    method: String!
    "Every entity of the subgraph: highest score first, or largest community first; among equals by id."
    nodes: [NodeScore!]! @listSize(assumedSize: 200)
    "Relations of the subgraph that were counted."
    relationCount: Int!
    "What the measure does not see, since a limit left it out of the subgraph."
    truncation: [Truncation!]!
  }

  type NodeScore {
    entity: Entity!
    "Null for COMMUNITIES."
    score: Float
    "From 0, the largest first. Null for other measures."
    community: Int
  }

  extend type Query {
    "Measures a subgraph: all within depth relations of the seeds, or without seeds the entities with the most claims in the whole graph; with all relations among them, at most 20,000."
    analysis(
      measure: AnalysisMeasure!
      "Entities, articles, claims or relations, as in subgraph."
      seeds: [ID!]
      depth: Int = 2
      filter: ClaimFilter
      "At most 4,000."
      maxNodes: Int = 1000
    ): Analysis @cost(weight: 500) @listSize(slicingArguments: ["maxNodes"], sizedFields: ["nodes"])
  }
`;
