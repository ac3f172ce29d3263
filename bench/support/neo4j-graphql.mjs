// Runs beside an installation of @neo4j/graphql of its own, which nothing else needs.
import { createServer } from 'node:http';

import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const typeDefs = /* GraphQL */ `
  type Entity @node {
    id: ID!
    name: String!
    met: [Entity!]! @relationship(type: "MET", direction: OUT)
  }
`;

const { BENCH_URI, BENCH_USER, BENCH_PASSWORD } = process.env;
const driver = neo4j.driver(BENCH_URI, neo4j.auth.basic(BENCH_USER, BENCH_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = createServer(createYoga({ schema, logging: false }));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));
