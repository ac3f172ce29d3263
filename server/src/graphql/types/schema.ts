export const schema = /* GraphQL */ `
  type Vocabulary {
    entityTypes: [EntityType!]! @listSize(assumedSize: 30)
    relationTypes: [RelationType!]! @listSize(assumedSize: 60)
  }

  "described: it is in the vocabulary file."
  type EntityType {
    name: String!
    label: String!
    plural: String!
    "people, bodies, places, happenings or things: decides shape and colour."
    family: String!
    "Name of a Lucide icon."
    icon: String!
    described: Boolean!
    count: Int!
    "What is stored of its entities, the most frequent key first."
    properties: [PropertyInfo!]! @cost(weight: 1) @listSize(assumedSize: 10)
  }

  type RelationType {
    name: String!
    caption: String!
    inverseCaption: String!
    "For a short line; null when the caption is short enough."
    shortCaption: String
    "Written once, read both ways."
    symmetric: Boolean!
    described: Boolean!
    count: Int!
    ends: [TypePair!]!
    "What is stored of its claims, the most frequent key first."
    properties: [PropertyInfo!]! @cost(weight: 1) @listSize(assumedSize: 10)
  }

  type PropertyInfo {
    key: String!
    "String, Int, Float, Boolean, JSON or a list of these, as two examples of each set of keys have them. Temporal and spatial values come as String."
    valueTypes: [String!]!
    "Entities or claims of the type that have it."
    count: Int!
    "True where the graph is so large that only 1,000,000 of them all were looked at: counts are of those."
    sampled: Boolean!
  }

  type TypePair {
    sourceType: String!
    targetType: String!
    count: Int!
  }

  extend type Query {
    types: Vocabulary @cost(weight: 20)
  }
`;
