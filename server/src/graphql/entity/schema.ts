import { entityTypeNames } from '../base/node-type.ts';

/** What every entity can be asked for. Types have to repeat the fields of their interface. */
const fields = `
  id: ID!
  "Best caption; the id when there is none."
  name: String!
  "Main label, a key into types."
  type: String!
  labels: [String!]!
  aliases: [String!]!
  description: String
  "Q-number."
  wikidata: String
  "Speaks in at least one claim."
  isSource: Boolean!
  anonymous: Boolean!
  "As stored; every key when keys is absent."
  properties(keys: [String!]): JSON!
  "Relations left by the filter."
  degree(filter: ClaimFilter): Int @cost(weight: 2)
  "Relations by type, direction and type of the other end."
  neighborCounts(filter: ClaimFilter): [NeighborCount!] @cost(weight: 5)
  "One edge per other entity, with the relations to it."
  neighbors(filter: ClaimFilter, direction: Direction = BOTH, orderBy: RelationOrder = ORIGINS, first: Int = 20, after: String, last: Int, before: String): NeighborConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  "One edge per relation."
  relations(filter: ClaimFilter, direction: Direction = BOTH, orderBy: RelationOrder = ORIGINS, first: Int = 20, after: String, last: Int, before: String): RelationConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  "Claims in which it is a speaker."
  claimsMade(filter: ClaimFilter, first: Int = 20, after: String, last: Int, before: String): ClaimConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  "Articles that name it."
  mentionedIn(first: Int = 20, after: String, last: Int, before: String): ArticleConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
`;

export const schema = /* GraphQL */ `
"Who or what claims are about, or who made them."
interface Entity implements Node {${fields}}

${entityTypeNames.map((name) => `type ${name} implements Entity & Node {${fields}}`).join('\n\n')}

"An entity of a type that the vocabulary does not name."
type OtherEntity implements Entity & Node {${fields}}

type NeighborCount {
  relationType: String!
  direction: Direction!
  entityType: String!
  "Distinct relations."
  count: Int!
}

type EntityEdge {
  cursor: String!
  node: Entity!
}

type EntityConnection {
  edges: [EntityEdge!]!
  nodes: [Entity!]!
  pageInfo: PageInfo!
  totalCount: Int @cost(weight: 10)
  "By type, isSource and article: those that mention it."
  facets(by: [String!]!): [Facet!] @cost(weight: 10) @listSize(slicingArguments: ["by"])
}

type NeighborEdge {
  cursor: String!
  node: Entity!
  relationCount: Int!
  relations: [Relation!]! @listSize(assumedSize: 3)
}

type NeighborConnection {
  edges: [NeighborEdge!]!
  nodes: [Entity!]!
  pageInfo: PageInfo!
  totalCount: Int @cost(weight: 10)
}

extend type Query {
  entity(id: ID!): Entity
}
`;
