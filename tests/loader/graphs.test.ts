import { expect, it } from 'vitest';

import { loadScripts } from '../../server/src/loader/load.ts';
import { graphSummary } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { load, loadOne, scriptNamed, told, vocabulary } from './port-article.ts';

/** As the classic example graphs are written: one statement of hundreds of CREATE clauses that use each other's names. */
function cinema(films: number): string {
  const clauses = Array.from({ length: films }, (_, film) =>
    [
      `CREATE (Film${film}:Movie {title: 'Film; number ${film}', released: ${1900 + film}})`,
      `CREATE (Actor${film}:Person {name: 'Actor ${film}'})`,
      `CREATE (Actor${film})-[:ACTED_IN {roles: ['Lead']}]->(Film${film})`,
      ...(film > 0 ? [`CREATE (Actor${film})-[:KNOWS]->(Actor${film - 1})`] : []),
    ].join('\n'),
  );
  return `${clauses.join('\n')}\n;`;
}

forEachStore((_name, open) => {
  it('loads a statement of hundreds of CREATE clauses', async () => {
    const report = await loadOne(await open(), scriptNamed('cinema.cypher', cinema(120)));
    expect(told(report)).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'loaded',
      change: { statements: 1, nodesCreated: 240, relationsCreated: 239, claims: { created: [], kept: 0 } },
    });
  });

  it('runs schema statements first and by themselves, and says so', async () => {
    const store = await open();
    const text = `CREATE (:Movie {title: 'A'});
CREATE CONSTRAINT movie_title IF NOT EXISTS FOR (m:Movie) REQUIRE m.title IS UNIQUE;
CREATE (:Movie {title: 'B'});`;
    expect(await loadOne(store, scriptNamed('movies.cypher', text))).toMatchObject({
      outcome: 'loaded',
      notices: ['its schema statements (1) ran first and by themselves, as stores require'],
      change: { nodesCreated: 2 },
    });
    const again = scriptNamed('again.cypher', `CREATE (:Movie {title: 'B'});`);
    expect(await loadOne(store, again)).toMatchObject({
      outcome: 'failed',
      problems: [{ code: 'CONSTRAINT' }],
    });
  });

  it('takes parameters and passes over the transaction commands of a shell', async () => {
    const store = await open();
    const text = `:begin
:param people => [{name: 'Ana; the first', age: 41}, {name: 'Ben', age: -1.5}]
:param {town: 'Nowhere'}
UNWIND $people AS person
CREATE (:Person {name: person.name, age: person.age, town: $town});
:commit`;
    expect(await loadOne(store, scriptNamed('people.cypher', text))).toMatchObject({
      outcome: 'loaded',
      notices: [
        'line 1: ":begin" was passed over, since a script is one transaction by itself',
        'line 6: ":commit" was passed over, since a script is one transaction by itself',
      ],
    });
    const people = await store.read(async (transaction) => {
      const { rows } = await transaction.run(
        'MATCH (p:Person) RETURN p.name AS name, p.age AS age, p.town AS town ORDER BY name',
      );
      return rows.map((row) => ({ ...row }));
    });
    expect(people).toEqual([
      { name: 'Ana; the first', age: 41, town: 'Nowhere' },
      { name: 'Ben', age: -1.5, town: 'Nowhere' },
    ]);
  });

  it('tells when a changed script may have made everything twice', async () => {
    const store = await open();
    await load(store, scriptNamed('film.cypher', `CREATE (:Movie {title: 'A'});`));
    const changed = scriptNamed('film.cypher', `CREATE (:Movie {title: 'A'}); // once more`);
    expect(await loadOne(store, changed)).toMatchObject({
      outcome: 'loaded',
      notices: [expect.stringContaining('may be there twice')],
    });
    const merging = scriptNamed(
      'film.cypher',
      `MERGE (m:Movie {title: 'A'}) ON CREATE SET m.released = 1999;`,
    );
    expect(await loadOne(store, merging)).toMatchObject({ outcome: 'loaded', notices: [] });
  });

  it('remembers what it does when a script deletes everything first, and that the others are gone', async () => {
    const store = await open();
    const film = scriptNamed('film.cypher', `CREATE (:Movie {title: 'A'});`);
    const wipe = scriptNamed('wipe.cypher', `MATCH (n) DETACH DELETE n; CREATE (:Movie {title: 'B'});`);
    const options = { vocabulary, by: 'tester', allow: { delete: true } };
    await loadScripts(store, [film], options);
    expect((await loadScripts(store, [wipe], options)).scripts).toMatchObject([
      { outcome: 'loaded', load: 2 },
    ]);
    expect((await loadScripts(store, [wipe, film], options)).scripts).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'loaded', load: 3 },
    ]);
    expect(await graphSummary(store)).toMatchObject({ nodes: 2 });
  });

  it("runs long chains of clauses that use each other's names, or says what it cannot", async () => {
    const store = await open();
    const chain = Array.from(
      { length: 70 },
      (_, n) => `MERGE (a${n}:A {n: ${n}}) ON CREATE SET a${n}.new = true MERGE (b${n}:B {n: ${n}})`,
    );
    const links = Array.from({ length: 70 }, (_, n) => `MERGE (a${n})-[:TO]->(b${69 - n})`);
    const script = scriptNamed('chain.cypher', `${chain.join('\n')}\n${links.join('\n')}`);
    const report = await loadScripts(store, [script], { vocabulary, by: 'tester' });
    expect(report.scripts).toMatchObject([{ outcome: 'loaded', change: { statements: 1 } }]);
    expect(await graphSummary(store)).toMatchObject({ nodes: 140, relations: 70 });
  });

  it('remembers a script of comments alone', async () => {
    const store = await open();
    const empty = scriptNamed('empty.cypher', '// nothing yet\n;;\n/* ; */');
    expect(await loadOne(store, empty)).toMatchObject({
      outcome: 'loaded',
      notices: ['there is nothing to load in it'],
      change: { statements: 0 },
    });
    expect((await load(store, empty)).scripts.at(-1)).toMatchObject({ outcome: 'unchanged' });
  });
});
