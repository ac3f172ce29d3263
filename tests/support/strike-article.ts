import { scriptNamed } from '../loader/port-article.ts';

/** A second invented article: it backs what the first one says of the port, and stands against the denial there. */
export const strikeArticle = `// An invented article.
MERGE (a:Article {id: '2030-05-03-strike'})
SET a += {
  title: 'Dockers walk out', publishedAt: '2030-05-03', publisher: 'Weekly',
  text: 'The dockers oppose Ruiz openly. Ruiz has run the port all spring, the Weekly found.'
};

MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person:Source, e += {name: 'Ana Ruiz'};
MERGE (e:Entity {id: 'port-authority'}) SET e:Organization, e += {name: 'Port Authority'};
MERGE (e:Entity {id: 'dockers'}) SET e:Group, e += {name: 'dockers'};
MERGE (e:Entity {id: 'voice-2030-05-03-strike'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};

MATCH (a:Article {id: '2030-05-03-strike'})
UNWIND ['ana-ruiz', 'port-authority', 'dockers'] AS id
MATCH (e:Entity {id: id})
MERGE (a)-[:MENTIONS]->(e);

MATCH (a:Entity {id: 'dockers'}), (b:Entity {id: 'ana-ruiz'})
MERGE (a)-[r:OPPOSES {id: '2030-05-03-strike/dockers-oppose'}]->(b)
SET r += {
  article: '2030-05-03-strike', status: 'asserted', quote: 'The dockers oppose Ruiz openly',
  attributedTo: ['voice-2030-05-03-strike']
};

MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:CONTROLS {id: '2030-05-03-strike/ran-port'}]->(b)
SET r += {
  article: '2030-05-03-strike', status: 'asserted', from: '2030-03',
  quote: 'Ruiz has run the port all spring', attributedTo: ['voice-2030-05-03-strike']
};
`;

export const strikeScript = scriptNamed('articles/2030-05-03-strike.cypher', strikeArticle);
