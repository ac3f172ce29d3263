import { expect, it } from 'vitest';

import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import {
  load,
  loadOne,
  portArticle,
  portArticleWith,
  portScript,
  scriptNamed,
  told,
} from './port-article.ts';

const quote = `'Ruiz has run the port since March'`;
const manyStatements = `${portArticle}MATCH (a:Entity {id: 'ana-ruiz'}) SET a.name = a.name + 1 +;`;

/** What is wrong in the article of the port, and everything that is said about it. */
const refused: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a quote that is not in the article',
    portArticleWith(quote, `'Ruiz has run the harbour since March'`),
    ['22:10 QUOTE: This quote is not in the article.'],
  ],
  [
    'a prefix before which the quote never stands',
    portArticleWith(`${quote},`, `${quote}, prefix: 'They said that',`),
    ['22:55 QUOTE: The quote is in the article, but never right behind this prefix.'],
  ],
  [
    'a speaker who does not exist',
    portArticleWith(`['dock-source', 'voice`, `['dock-sauce', 'voice`),
    ['23:18 SPEAKER: There is no speaker "dock-sauce".'],
  ],
  [
    'a claim without speakers',
    portArticleWith(`attributedTo: ['dock-source', 'voice-2030-05-02-port']`, `note: 'none'`),
    ['19:28 SPEAKER: The claim "2030-05-02-port/runs-port" does not say who says so.'],
  ],
  [
    'a speaker outside of a list',
    portArticleWith(`['dock-source', 'voice-2030-05-02-port']`, `'dock-source'`),
    ['23:17 SPEAKER: attributedTo is one text, and has to be a list.'],
  ],
  [
    'a claim of another article that is disputed outside of a list',
    portArticleWith(`['2030-05-02-port/runs-port']`, `'2030-05-01-docks/runs-port'`),
    ['27:28 VALUE: disputes is not a list of texts.'],
  ],
  [
    'an id that is taken away again',
    portArticle.replace(/SET r \+=(?![^]*SET r \+=)/, 'SET r ='),
    ['27:28 CLAIM_ID: The claim "2030-05-02-port/ruiz-denies" is made, and its id is taken away again.'],
  ],
  [
    'a speaker twice in one chain',
    portArticleWith(`['dock-source', 'voice`, `['voice-2030-05-02-port', 'voice`),
    ['23:18 SPEAKER: "voice-2030-05-02-port" speaks twice in one chain.'],
  ],
  [
    'a claim id of another article',
    portArticleWith(`{id: '2030-05-02-port/runs-port'}`, `{id: '2030-05-01-port/runs-port'}`),
    [
      '19:28 CLAIM_ID: The claim id "2030-05-01-port/runs-port" does not begin with this article\'s id.',
      '31:67 DISPUTE: There is no claim "2030-05-02-port/runs-port" that could be disputed.',
    ],
  ],
  [
    'a claim that does not name its article',
    portArticleWith(`article: '2030-05-02-port', status: 'reported'`, `status: 'reported'`),
    ['19:28 CLAIM_ID: The claim "2030-05-02-port/runs-port" does not name its article.'],
  ],
  [
    'one id for two claims',
    portArticleWith(
      "CONTROLS {id: '2030-05-02-port/ruiz-denies'}",
      "OPPOSES {id: '2030-05-02-port/runs-port'}",
    ),
    [
      '19:28 DISPUTE: The claim "2030-05-02-port/runs-port" disputes itself.',
      '27:27 CLAIM_ID: Two claims have the id "2030-05-02-port/runs-port": ana-ruiz CONTROLS port-authority, and ana-ruiz OPPOSES port-authority.',
    ],
  ],
  [
    'a relation without id and evidence',
    `${portArticle}MATCH (a:Entity {id: 'dock-source'}), (b:Entity {id: 'ana-ruiz'}) MERGE (a)-[:ACCUSES]->(b);`,
    [
      '33:76 CLAIM_WITHOUT_ID: This relation has no id, so nothing tells it from the claims of other articles.',
    ],
  ],
  [
    'a claim that is made twice, of which the second would overwrite the first',
    portArticleWith(`/ruiz-denies'}`, `/runs-port'}`).replace(
      `, disputes: ['2030-05-02-port/runs-port']`,
      '',
    ),
    [
      '27:28 CLAIM_ID: The claim "2030-05-02-port/runs-port" is made a second time, which overwrites what it said before.',
    ],
  ],
  [
    'a claim id without its article',
    portArticleWith(`{id: '2030-05-02-port/ruiz-denies'}`, `{id: 'ruiz-denies'}`),
    ['27:28 CLAIM_ID: The claim id "ruiz-denies" does not begin with this article\'s id.'],
  ],
  [
    'an entity whose id is a name',
    portArticle + `MERGE (e:Entity {id: 'NewOne'}) SET e:Person, e += {name: 'New One'};`,
    ['33:22 VALUE: "NewOne" is no id of an entity or an article.'],
  ],
  [
    'a node that is no entity',
    portArticle + `MERGE (p:Person {name: 'Stray'});`,
    ['2:23 VALUE: The script makes nodes (1) that are no entities or articles with an id of their own.'],
  ],
  [
    'an entity whose id is a number',
    portArticle + `MERGE (e:Entity {id: 5}) SET e:Person;`,
    ['2:23 VALUE: The script makes nodes (1) that are no entities or articles with an id of their own.'],
  ],
  [
    'an article that is an entity as well',
    portArticleWith(`(a:Article {id`, `(a:Article:Entity {id`),
    ['2:30 ARTICLE: The article is made an entity as well.'],
  ],
  [
    'a text where a list is read, which would be passed over',
    portArticleWith(`disputes: ['2030-05-02-port/runs-port']`, `disputes: '2030-05-02-port/runs-port'`),
    ['27:28 VALUE: disputes is not a list of texts.'],
  ],
  [
    'a number where a text is read',
    portArticleWith(`name: 'Ana Ruiz'`, 'name: 5'),
    ['8:22 VALUE: name is not a text.'],
  ],
  [
    'an unknown status',
    portArticleWith(`'reported'`, `'reportet'`),
    ['21:39 STATUS: There is no status "reportet".'],
  ],
  [
    'a date that does not exist',
    portArticleWith(`'2030-03'`, `'2030-02-30'`),
    ['22:53 DATE: from is "2030-02-30", which is no date.'],
  ],
  [
    'an end before the beginning',
    portArticleWith(`from: '2030-03'`, `from: '2030-03', to: '2030-02'`),
    ['22:68 DATE: It ends (2030-02) before it begins (2030-03).'],
  ],
  [
    'a date after the article',
    portArticleWith(`'2030-03'`, `'2030-06'`),
    ['22:53 DATE: 2030-06 lies after the article (2030-05-02), and the claim is not planned or predicted.'],
  ],
  [
    'an end of a claim that does not exist',
    portArticleWith(`(a:Entity {id: 'ana-ruiz'}), (b:`, `(a:Entity {id: 'anna-ruiz'}), (b:`),
    ['18:22 UNKNOWN_ID: There is no entity "anna-ruiz", so this statement did nothing.'],
  ],
  [
    'an end that is made too late',
    portArticleWith(
      `MERGE (e:Entity {id: 'port-authority'}) SET e:Organization, e += {name: 'Port Authority'};`,
      '',
    ) + `MERGE (e:Entity {id: 'port-authority'}) SET e:Organization, e += {name: 'Port Authority'};`,
    [
      '14:21 UNKNOWN_ID: "port-authority" was not there yet when this statement ran, so it did nothing.',
      '19:28 UNKNOWN_ID: This statement made no claim "2030-05-02-port/runs-port": what it looks for was not there when it ran.',
      '27:28 UNKNOWN_ID: This statement made no claim "2030-05-02-port/ruiz-denies": what it looks for was not there when it ran.',
    ],
  ],
  [
    'a mention of what does not exist',
    portArticleWith(`'dock-source'] AS id`, `'dock-source', 'harbour-master'] AS id`),
    ['14:54 UNKNOWN_ID: There is no entity "harbour-master", so this statement did nothing.'],
  ],
  [
    'a dispute with a claim that does not exist',
    portArticleWith(`disputes: ['2030-05-02-port/runs-port']`, `disputes: ['2030-05-02-port/run-port']`),
    ['31:67 DISPUTE: There is no claim "2030-05-02-port/run-port" that could be disputed.'],
  ],
  [
    'an article of another name',
    portArticle.replaceAll('2030-05-02-port', '2030-05-02-docks'),
    [
      '2:23 ARTICLE: The script makes no article with the id of its file, "2030-05-02-port", but "2030-05-02-docks".',
    ],
  ],
  [
    'a report that is not there',
    portArticleWith(`publisher: 'Daily'`, `basedOn: '2030-05-01-daily'`),
    ['4:39 ARTICLE: There is no article "2030-05-01-daily" on which this one could be based.'],
  ],
];

const otherArticle = portArticle
  .replaceAll('2030-05-02-port', '2030-05-03-pier')
  .replaceAll("'2030-05-02'", "'2030-05-03'");

/** What a script does to the article of the port, which is loaded already. */
const trespassing: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'merging without an id on its claim',
    otherArticle.replace(`[r:CONTROLS {id: '2030-05-03-pier/runs-port'}]`, `[r:CONTROLS]`),
    [
      '19:10 CLAIM_WITHOUT_ID: This relation has no id, so nothing tells it from the claims of other articles.',
    ],
  ],
  [
    'looking for its claims to change them',
    `${otherArticle}MATCH ()-[r]->() SET r.note = 'forged';`,
    [
      "33:9 SCRIPT_NOT_ALLOWED: An article's script may not look for relations: they may be claims of other articles.",
    ],
  ],
  [
    'collecting its claims to change them',
    `${otherArticle}MATCH (a:Entity {id: 'ana-ruiz'}) FOREACH (r IN [(a)-[r]->() | r] | SET r.note = 'forged');`,
    [
      "33:53 SCRIPT_NOT_ALLOWED: An article's script may not look for relations: they may be claims of other articles.",
    ],
  ],
  [
    'making a claim for it, with an id out of a list',
    `${otherArticle}UNWIND ['2030-05-02-port/forged'] AS id
MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:LEADS {id: id}]->(b) SET r.article = '2030-05-02-port';`,
    [
      '2:23 CLAIM_ID: The script makes or takes relations (1) that are neither its own claims nor its mentions.',
      '33:9 CLAIM_ID: "2030-05-02-port/forged" is a claim of another article.',
    ],
  ],
  [
    'making a claim for it, with an id put together',
    `${otherArticle}MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:CONTROLS {id: '2030-05-02-port' + '/runs-port'}]->(b) SET r.note = 'forged';`,
    ['34:28 SCRIPT_NOT_ALLOWED: This id is put together, so that nobody sees whose it is.'],
  ],
  [
    'changing entities that it does not name',
    `${otherArticle}MATCH (n:Person) SET n.note = 'forged';`,
    [
      '33:22 SCRIPT_NOT_ALLOWED: This changes every node that the pattern finds, entities of other articles among them.',
    ],
  ],
  [
    'making a second node of its entity',
    `${otherArticle}CREATE (e:Entity {id: 'ana-ruiz'}) SET e:Person;`,
    [
      '33:24 CONSTRAINT: This makes a second node :Entity with id "ana-ruiz". There is "Ana Ruiz" (:Entity:Person:Source) already, of articles/2030-05-02-port.cypher.',
    ],
  ],
  [
    'rewriting its text',
    `${otherArticle}MERGE (a:Article {id: '2030-05-02-port'}) SET a.text = 'another';`,
    ['33:23 ARTICLE: The script changes text of "2030-05-02-port", which has a script of its own.'],
  ],
];

forEachStore((_name, open) => {
  it.each(trespassing)('refuses %s when another article was loaded before', async (_what, text, problems) => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const report = await loadOne(store, scriptNamed('articles/2030-05-03-pier.cypher', text));
    expect(told(report)).toEqual(problems);
    expect(await graphLines(store)).toEqual(before);
  });

  it('finds a string that was not closed where the next one begins', async () => {
    const text = portArticleWith(`aliases: ['Ruiz']`, `aliases: ['Ruiz]`);
    const report = await loadOne(await open(), { ...portScript, text });
    expect('problems' in report && report.problems).toMatchObject([
      { code: 'SYNTAX', line: 9, hint: expect.stringContaining(`a ' that is missing at its end`) },
    ]);
  });

  it('names both nodes that a constraint cannot keep apart', async () => {
    const store = await open();
    await load(
      store,
      scriptNamed('a.cypher', `CREATE (:Port {code: 7, name: 'A'}), (:Port {code: 7, name: 'B'});`),
    );
    const schema = 'CREATE CONSTRAINT port_code IF NOT EXISTS FOR (n:Port) REQUIRE n.code IS UNIQUE;';
    expect(told(await loadOne(store, scriptNamed('b.cypher', schema)))).toEqual([
      '1:1 CONSTRAINT: The constraint does not hold: "A" (:Port) and "B" (:Port) both are :Port with code 7.',
    ]);
    await load(store, scriptNamed('c.cypher', "MATCH (n:Port {name: 'B'}) SET n.code = 8;"));
    await load(store, scriptNamed('b.cypher', schema));
    const again = await loadOne(store, scriptNamed('d.cypher', 'CREATE (:Port {code: 8});'));
    expect(told(again)).toEqual([
      '1:22 CONSTRAINT: This makes a second node :Port with code 8. There is "B" (:Port) already.',
    ]);
  });

  it('refuses articles that are based on each other', async () => {
    const store = await open();
    const first = portArticleWith(`publisher: 'Daily',`, `publisher: 'Daily', basedOn: '2030-05-03-pier',`);
    const stub = `MERGE (b:Article {id: '2030-05-03-pier'});\n`;
    await load(store, { ...portScript, text: stub + first });
    const text = otherArticle.replace(
      `publisher: 'Daily',`,
      `publisher: 'Daily', basedOn: '2030-05-02-port',`,
    );
    expect(told(await loadOne(store, scriptNamed('articles/2030-05-03-pier.cypher', text)))).toEqual([
      '4:59 ARTICLE: Articles are said to be based on each other: 2030-05-03-pier → 2030-05-02-port → 2030-05-03-pier.',
    ]);
  });

  it('refuses a second script of the same article, which would undo the first', async () => {
    const store = await open();
    const copy = scriptNamed('old/2030-05-02-port.cypher', `${portArticle}// an old copy`);
    const { scripts } = await load(store, portScript, copy);
    expect(scripts.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'failed']);
    expect(scripts.at(-1)).toMatchObject({
      problems: [{ code: 'ARTICLE', file: 'old/2030-05-02-port.cypher' }],
    });
  });

  it.each(refused)('refuses %s', async (_what, text, problems) => {
    const store = await open();
    await load(store);
    const before = await graphLines(store);
    const report = await loadOne(store, { ...portScript, text });
    expect(report.outcome).toBe('failed');
    expect(told(report)).toEqual(problems);
    expect(await graphLines(store)).toEqual(before);
  });

  it('keeps the last good state when a changed script is refused', async () => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const text = portArticleWith(quote, `'Ruiz never ran any port in March'`);
    expect(await loadOne(store, { ...portScript, text })).toMatchObject({ outcome: 'failed' });
    expect(await graphLines(store)).toEqual(before);
    expect(await loadOne(store, portScript)).toMatchObject({ outcome: 'unchanged' });
  });

  it('says where the last of many statements cannot be read, and keeps none of them', async () => {
    const store = await open();
    await load(store);
    const before = await graphLines(store);
    const report = await loadOne(store, { ...portScript, text: manyStatements });
    expect(report).toMatchObject({ outcome: 'failed', problems: [{ code: 'SYNTAX', line: 33 }] });
    expect(await graphLines(store)).toEqual(before);
  });

  it('names the statement that breaks a constraint', async () => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const report = await loadOne(
      store,
      scriptNamed('graph.cypher', `CREATE (:Harbour);\n\n  CREATE (:Entity {id: 'ana-ruiz'});`),
    );
    expect(report).toMatchObject({ outcome: 'failed', problems: [{ code: 'CONSTRAINT', line: 3 }] });
    expect(await graphLines(store)).toEqual(before);
  });

  it('loads nothing when one of several scripts cannot be read', async () => {
    const store = await open();
    await load(store);
    const before = await graphLines(store);
    const { scripts, complete } = await load(
      store,
      portScript,
      scriptNamed('open.cypher', `CREATE (:A {b: 'c});`),
    );
    expect(complete).toBe(false);
    expect(scripts.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'failed']);
    expect(await graphLines(store)).toEqual(before);
  });

  it('keeps the scripts before a refused one, and does not try those behind it', async () => {
    const store = await open();
    const wrong = {
      ...scriptNamed('b/2030-05-02-port.cypher', portArticleWith(quote, `'Not in the article at all'`)),
    };
    const graph = scriptNamed('a.cypher', 'CREATE (:Harbour {name: 1});');
    const behind = scriptNamed('c.cypher', 'CREATE (:Harbour {name: 2});');
    const { scripts } = await load(store, graph, wrong, behind);
    expect(scripts.map(({ outcome }) => outcome)).toEqual(['loaded', 'loaded', 'failed', 'skipped']);
    const lines = (await graphLines(store)).filter((line) => line.includes('Harbour'));
    expect(lines).toEqual(['{"labels":["Harbour"],"properties":{"name":1}}']);
  });
});
