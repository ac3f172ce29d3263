export const schema = /* GraphQL */ `
  type Statistics {
    entities: Int!
    relations: Int!
    claims: Int!
    articles: Int!
    sources: Int!
    "embedded or neo4j."
    store: String!
    version: String!
  }

  extend type Query {
    statistics: Statistics @cost(weight: 10)
  }
`;
