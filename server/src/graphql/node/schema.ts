export const schema = /* GraphQL */ `
  "Anything with a global, stable and readable id."
  interface Node {
    "delcy-rodriguez, ARTICLE/met-ratcliffe, a~MET~b."
    id: ID!
  }

  extend type Query {
    "The kind is told by the id's form: SOURCE~TYPE~TARGET, ARTICLE/claim, or the slug of an entity or article. Null when there is none."
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]! @listSize(slicingArguments: ["ids"])
  }
`;
