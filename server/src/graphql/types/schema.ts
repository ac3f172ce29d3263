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
