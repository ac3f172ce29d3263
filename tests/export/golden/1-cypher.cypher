// Claimgraph export 1
// Loads into a graph that holds none of this: `claimgraph load <this file>`. Whatever is there already is refused.

CREATE CONSTRAINT IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;

UNWIND [
  {id: '2030-05-02-port', publishedAt: '2030-05-02', publisher: 'Daily', text: 'Ruiz has run the port since March; the docks know it. "I run nothing there," Ruiz said.'}
] AS row
CREATE (n:Article)
SET n = row;

UNWIND [
  {id: 'port-authority', name: 'Port Authority'}
] AS row
CREATE (n:Entity:Organization)
SET n = row;

UNWIND [
  {aliases: ['Ruiz'], id: 'ana-ruiz', name: 'Ana Ruiz'},
  {anonymous: true, id: 'dock-source', name: 'unnamed docker'}
] AS row
CREATE (n:Entity:Person:Source)
SET n = row;

UNWIND [
  {id: 'voice-2030-05-02-port', name: 'the article\'s own voice'}
] AS row
CREATE (n:Entity:Source:Voice)
SET n = row;

UNWIND [
  {a: '2030-05-02-port', b: 'port-authority', properties: {}},
  {a: '2030-05-02-port', b: 'ana-ruiz', properties: {}},
  {a: '2030-05-02-port', b: 'dock-source', properties: {}}
] AS row
MATCH (a:Article {id: row.a}), (b:Entity {id: row.b})
CREATE (a)-[r:MENTIONS]->(b)
SET r = row.properties;

UNWIND [
  {a: 'ana-ruiz', b: 'port-authority', properties: {article: '2030-05-02-port', attributedTo: ['ana-ruiz', 'voice-2030-05-02-port'], disputes: ['2030-05-02-port/runs-port'], id: '2030-05-02-port/ruiz-denies', quote: '"I run nothing there," Ruiz said', status: 'denied'}},
  {a: 'ana-ruiz', b: 'port-authority', properties: {article: '2030-05-02-port', attributedTo: ['dock-source', 'voice-2030-05-02-port'], from: '2030-03', id: '2030-05-02-port/runs-port', quote: 'Ruiz has run the port since March', status: 'reported'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
CREATE (a)-[r:CONTROLS]->(b)
SET r = row.properties;

