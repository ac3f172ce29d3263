export const schema = /* GraphQL */ `
  "Anything with a global, stable and readable id."
  interface Node {
    "delcy-rodriguez, ARTICLE/met-ratcliffe, a~MET~b; the database's own id for what has none, see Statistics.databaseIds."
    id: ID!
  }

  extend type Query {
    "The kind is told by the id's form: SOURCE~TYPE~TARGET, ARTICLE/claim, or the slug of an entity or article. Null when there is none."
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]! @listSize(slicingArguments: ["ids"])
  }
`;
