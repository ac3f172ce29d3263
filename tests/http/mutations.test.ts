import { beforeEach, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { portArticle, portArticleWith } from '../loader/port-article.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { subscribe } from '../support/event-stream.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { bearer, post, type Posted } from '../support/post.ts';
import { slowText } from '../support/slow-script.ts';
import { forEachKindOfStore } from '../support/stores.ts';

const writeToken = 'a-token-for-writers-of-tests';
const document = `mutation ($input: LoadScriptInput!) {
  loadScript(input: $input) {
    outcome notices
    change { sequence by action path articleId article { publisher } added addedClaims }
    problems { code severity message hint line column }
  }
}`;
const port = '2030-05-02-port';

const wrongScripts = [
  [
    'a quote that is not in the article',
    portArticleWith('has run the port since', 'has left the port in'),
    'QUOTE',
  ],
  ['what is no Cypher', 'MERGE (a:Article {id: ', 'SYNTAX'],
  ['a file', "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (:Row {row: row})", 'SCRIPT_NOT_ALLOWED'],
  ['a wipe', 'MATCH (n) DETACH DELETE n', 'SCRIPT_NOT_ALLOWED'],
  ['a procedure', 'CALL dbms.listConfig() YIELD name RETURN name', 'SCRIPT_NOT_ALLOWED'],
] as const;

forEachKindOfStore((_name, open) => {
  let store: Store;
  let app: TestApp;
  beforeEach(async () => {
    store = await openLoadedStore(open);
    app = await openApp({
      store,
      settings: { CLAIMGRAPH_WRITE_TOKEN: writeToken },
    });
    return () => app.close();
  });

  const load = (input: object, headers = bearer(writeToken)): Promise<Posted> =>
    post(app.url, { query: document, variables: { input }, headers });
  const payloadOf = async (input: object): Promise<unknown> =>
    (await load(input)).answer.data?.['loadScript'];
  const claims = async (): Promise<unknown> => (await app.query('{ statistics { claims } }')).data;

  describe('loadScript', () => {
    it('loads what needs no ids of its own, and whoever asks next finds it', async () => {
      await load({ name: 'film', cypher: `CREATE (:Film {title: 'The Iron Meridian'})` });
      const { data } = await app.query(
        '{ statistics { databaseIds } search(query: "iron meridian") { nodes { ... on Entity { name type } } } }',
      );
      expect(data).toEqual({
        statistics: { databaseIds: true },
        search: { nodes: [{ name: 'The Iron Meridian', type: 'Film' }] },
      });
    });

    it('loads a script whole, and tells what that did', async () => {
      const { status, answer } = await load({ name: port, cypher: portArticle });
      expect({ status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
      expect(answer.data?.['loadScript']).toEqual({
        outcome: 'LOADED',
        notices: [],
        problems: [],
        change: {
          sequence: 2,
          by: 'the API',
          action: 'LOAD',
          path: `api/${port}.cypher`,
          articleId: port,
          article: { publisher: 'Daily' },
          added: 2,
          addedClaims: [`${port}/ruiz-denies`, `${port}/runs-port`],
        },
      });
      expect(await payloadOf({ name: `${port}.cypher`, cypher: portArticle })).toMatchObject({
        outcome: 'UNCHANGED',
        change: null,
      });
      const changed = portArticleWith("publisher: 'Daily'", "publisher: 'Weekly'");
      expect(await payloadOf({ name: port, cypher: changed })).toMatchObject({
        outcome: 'LOADED',
        change: { sequence: 3, article: { publisher: 'Weekly' }, added: 0 },
      });
    });

    it('tells at once whoever follows the graph', async () => {
      const stream = await subscribe(app.url, 'subscription { graphChanged(since: 1) { articleId } }');
      await load({ name: port, cypher: portArticle });
      expect(await stream.next()).toEqual({ graphChanged: { articleId: port } });
      stream.close();
    });

    it('keeps nothing of a dry run', async () => {
      const before = await claims();
      expect(await payloadOf({ name: port, cypher: portArticle, dryRun: true })).toEqual({
        outcome: 'CHECKED',
        change: null,
        problems: [],
        notices: [],
      });
      expect(await claims()).toEqual(before);
      expect(await payloadOf({ name: port, cypher: portArticle })).toMatchObject({ change: { sequence: 2 } });
    });

    it('tells its author what is wrong, with the place, and loads nothing', async () => {
      const before = await claims();
      for (const [what, cypher, code] of wrongScripts) {
        const payload = await payloadOf({ name: cypher.includes('Article') ? port : 'other', cypher });
        expect({ what, payload }).toMatchObject({
          what,
          payload: {
            outcome: 'REFUSED',
            change: null,
            problems: expect.arrayContaining([
              expect.objectContaining({
                code,
                severity: 'ERROR',
                line: expect.any(Number),
                column: expect.any(Number),
              }),
            ]),
          },
        });
      }
      expect(await claims()).toEqual(before);
    });

    it('is rolled back when its client leaves, and holds nobody up', async () => {
      const leaving = new AbortController();
      const asked = fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...bearer(writeToken) },
        body: JSON.stringify({ query: document, variables: { input: { name: 'slow', cypher: slowText } } }),
        signal: leaving.signal,
      });
      setTimeout(() => leaving.abort(), 1_500);
      await expect(asked).rejects.toThrow(/abort/);
      expect(await payloadOf({ name: port, cypher: portArticle })).toMatchObject({
        outcome: 'LOADED',
        change: { sequence: 2 },
      });
      const counted = await store.read(async (transaction) =>
        transaction.run('MATCH (n:Number) RETURN count(n) AS n'),
      );
      expect(counted.rows).toEqual([{ n: 0 }]);
    });

    it('takes graphs that are no article', async () => {
      const cypher = "CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Grace'})";
      expect(await payloadOf({ name: 'two-people', cypher })).toMatchObject({
        outcome: 'LOADED',
        problems: [],
        change: { articleId: null, path: 'api/two-people.cypher' },
      });
    });

    it('takes 4 MB of a script, and says how much is too much', async () => {
      const padded = (size: number): string => portArticle.padEnd(size, ' ');
      expect(await payloadOf({ name: port, cypher: padded(4 * 1024 * 1024) })).toMatchObject({
        outcome: 'LOADED',
      });
      expect(await load({ name: port, cypher: padded(4 * 1024 * 1024 + 1) })).toMatchObject({
        answer: { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', max: 4 * 1024 * 1024 } }] },
      });
      expect(await load({ name: port, cypher: padded(6 * 1024 * 1024) })).toMatchObject({ status: 413 });
      expect(await load({ name: port, cypher: padded(256 * 1024) }, {})).toMatchObject({ status: 413 });
    });

    it('takes no name that could be a path', async () => {
      const names = [
        '../articles/x',
        'a/b',
        '/etc/passwd',
        '',
        '.',
        '-',
        'a b',
        'C:\\x',
        'x\n',
        'x'.repeat(201),
      ];
      for (const name of names) {
        const { answer } = await load({ name, cypher: portArticle });
        expect({ name, ...answer }).toMatchObject({
          name,
          errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
        });
      }
    });
  });

  describe('a write token', () => {
    it('gives no more room to anything but a mutation', async () => {
      const query = 'query ($text: String!) { search(query: $text, first: 1) { totalCount } }';
      const ask = (text: string, document = query): Promise<Posted> =>
        post(app.url, { query: document, variables: { text }, headers: bearer(writeToken) });
      expect((await ask('Ruiz')).answer.errors).toBeUndefined();
      expect(await ask('x'.repeat(10_001))).toMatchObject({
        answer: { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'variableStringLength' } }] },
      });
      expect(await ask('x', `${query} #${'x'.repeat(256 * 1024)}`)).toMatchObject({ status: 413 });
      const many = {
        query,
        variables: { text: 'x', more: Array.from({ length: 999 }, () => 'y'.repeat(300)) },
      };
      expect(await post(app.url, { ...many, headers: bearer(writeToken) })).toMatchObject({ status: 413 });
    });

    it('loads one script a request', async () => {
      const twice = `mutation ($input: LoadScriptInput!) {
        a: loadScript(input: $input) { outcome } ...Again
      } fragment Again on Mutation { ... { b: loadScript(input: $input) { outcome } } }`;
      const variables = { input: { name: port, cypher: portArticle } };
      const before = await claims();
      expect(await post(app.url, { query: twice, variables, headers: bearer(writeToken) })).toMatchObject({
        answer: { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'mutations', max: 1 } }] },
      });
      expect(await claims()).toEqual(before);
    });
  });
});

it('without a write token there is no mutation to ask for, nor to see', async () => {
  const app = await openApp();
  try {
    const variables = { input: { name: port, cypher: portArticle } };
    const asked = await post(app.url, { query: document, variables, headers: bearer(writeToken) });
    expect(asked).toMatchObject({
      answer: {
        errors: [
          { message: 'Unknown type "LoadScriptInput".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
        ],
      },
    });
    const seen = await app.query('{ __schema { mutationType { name } types { name } } }');
    expect(seen).toMatchObject({ data: { __schema: { mutationType: null } } });
    expect(JSON.stringify(seen)).not.toContain('LoadScript');
  } finally {
    await app.close();
  }
});
