export const schema = /* GraphQL */ `
  type Statistics {
    entities: Int!
    relations: Int!
    claims: Int!
    articles: Int!
    sources: Int!
    "embedded or neo4j."
    store: String!
    "Product and version of the store."
    version: String!
    "Id of the graph and number of its last change: another one means that the graph has changed. Null for a graph that nothing was ever loaded into."
    revision: ID
    "Whether what has no id of its own goes by the database's: such an id names the same thing as long as the database keeps it, and another once the data is loaded anew. False where all was loaded from articles."
    databaseIds: Boolean!
  }

  extend type Query {
    statistics: Statistics @cost(weight: 10)
  }
`;
