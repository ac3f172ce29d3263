const vector = `[i IN range(1, 1536) | i / 1536.0]`;

/** A graph as nobody would make it on purpose, all of which a database takes. One statement each. */
export const foreignGraph: readonly string[] = [
  `CREATE ({title: 'Unlabelled'}), (), ({name: 7})`,
  `CREATE (:One:Two:Three:Four:Five {name: 'Many labels'})`,
  "CREATE (:`A B` {name: 'Spaced'}), (:`x~y` {name: 'Tilde'}), (:`a/b` {name: 'Slash'}), (:`Ünï ✓` {name: 'Letters'})",
  `CREATE (:Numbered {id: 1, name: 2}), (:Numbered {id: [1, 2], name: ['a', 'b']}), (:Numbered {id: 'shared', name: true})`,
  `CREATE (:Entity {name: 'Entity without id'}), (:Entity {id: 5, name: 'Entity with a number'}), (:Entity {id: ['x'], name: 'Entity with a list'})`,
  `CREATE (:Entity:Person {id: 'own~id/of', name: 'Own id'})`,
  `CREATE (:Article {title: 'Article without id', text: 'x', publishedAt: 5})`,
  `CREATE (:Article {id: 7, title: 'Article with a number', publisher: 5}), (:Article:Entity {id: 'both', name: 'Both'})`,
  `CREATE (:Article {id: 'art', title: ['a'], publisher: 3, publishedAt: date('2020-01-01'), url: 'javascript:alert(1)', basedOn: 'art', text: 5})`,
  `CREATE (:Source {name: 'Speaks', aliases: 'one alias', anonymous: 'yes'})`,
  `CREATE (:Claims {id: 'cia~MET~x'}), (:Loaded {name: 'not ours'})`,
  `MATCH (a:\`A B\`), (b:\`x~y\`) CREATE (a)-[:\`a~b\` {id: 'no~id', quote: 'x', note: 5}]->(b), (a)-[:\`a~b\`]->(b), (b)-[:\`c d/e\` {id: 3, article: 4, status: 'asserted'}]->(a)`,
  `MATCH (a:\`A B\`) CREATE (a)-[:SELF {quote: 5, prefix: 5, attributedTo: 'cia', disputes: 'x', date: 5}]->(a)`,
  `MATCH (a:\`A B\`), (b:Entity) WHERE b.id IS NULL CREATE (a)-[:KNOWS {attributedTo: 4, disputes: [1, 2], status: ['asserted'], article: ['x'], date: true, from: [1], to: 2.5}]->(b)`,
  `MATCH (a:\`A B\`), (b:Entity {id: 'own~id/of'}) CREATE (a)-[:KNOWS {id: 'art/x', article: 'art', quote: 'x', attributedTo: ['own~id/of'], disputes: ['art/x']}]->(b), (b)-[:KNOWS {id: 'k', article: 'none', attributedTo: [1, 2]}]->(a)`,
  `MATCH (a:\`A B\`), (b:Article) CREATE (a)-[:MENTIONS]->(b), (b)-[:MENTIONS]->(a), (b)-[:WROTE]->(a)`,
  `MATCH (a:One), (b:Two) CREATE (a)-[:TIMED {date: date('2001-02-03'), from: 'x'}]->(b), (a)-[:TIMED {from: date('1999-01-01'), to: date('2003-05-05')}]->(b), (a)-[:TIMED {date: '1998'}]->(b), (a)-[:TIMED {from: 1997, to: 1998}]->(b), (a)-[:TIMED {date: datetime('2004-05-06T07:08:09Z')}]->(b), (a)-[:TIMED {date: localdatetime('2005-05-06T07:08:09')}]->(b)`,
  `CREATE (:Temporal {name: date('2001-02-03'), at: datetime('2004-05-06T07:08:09Z'), span: duration('P1Y'), t: localtime('10:00:01')})`,
  `CREATE (:Big {id: 1152921504606846976, name: 'Big', n: 1152921504606846976, list: [9223372036854775807]})`,
  `CREATE (:Vector {name: 'Vector', embedding: ${vector}})`,
  `CREATE (:Long {name: '${'long '.repeat(200)}', text: 'x'})`,
];

/** What only Neo4j takes. */
export const foreignToNeo4j: readonly string[] = [
  "CREATE (:`back``tick` {name: 'Backtick'})",
  `CREATE (:Place {name: point({latitude: 1.0, longitude: 2.0}), at: point({x: 1, y: 2, z: 3})})`,
  `MATCH (a:One), (b:Place) CREATE (a)-[:TIMED {date: datetime({year: 2006, month: 1, day: 2, hour: 3, timezone: 'Europe/Paris'})}]->(b), (a)-[:TIMED {date: point({x: 1, y: 2}), from: [date('2001-01-01')], id: point({x: 1, y: 2})}]->(b)`,
];
