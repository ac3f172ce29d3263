export const schema = /* GraphQL */ `
  "A file for other programs, made when its link is followed: it shows the graph as it is then."
  type Export {
    "cypher, json, csv (the claims), csv-entities, graphml, gexf or jsonld."
    format: String!
    mediaType: String!
    "Where to get it by GET, below the address of the server: it begins with /exports/. It takes the same token as the API."
    href: String!
  }

  extend type Query {
    "The whole graph."
    exports: [Export!] @listSize(assumedSize: 7)
  }

  extend type Subgraph {
    "The subgraph with the articles and speakers that its claims rest on, grown anew from the same arguments."
    exports: [Export!] @listSize(assumedSize: 7)
  }

  extend type Article {
    "The article with what it mentions and retells, its claims and their speakers. The file cypher is its script."
    exports: [Export!] @listSize(assumedSize: 7)
  }
`;
