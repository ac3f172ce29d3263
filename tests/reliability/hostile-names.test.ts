import { afterAll, beforeAll, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { apiOf, type Api } from '../api/ask.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore } from '../support/stores.ts';
import { campaign, tell } from './campaign.ts';
import { hostileScript, hostileString } from './hostile-names.ts';
import { load } from './versions.ts';

/** Names in one document: a search for each, and all of them wherever a list of names goes. */
const batch = 10;

const document = `query Hostile($all: [String!]!, $ids: [ID!]!, ${each((n) => `$q${n}: String!`)}) {
  ${each((n) => `s${n}: search(query: $q${n}, first: 20) { totalCount edges { node { id } } }`)}
  ${each((n) => `a${n}: articles(text: $q${n}) { totalCount }`)}
  inTexts: search(query: $q0, in: [QUOTES, ARTICLES], first: 20) { totalCount edges { node { id } } }
  narrowed: search(query: "rodriguez", types: $all) { totalCount }
  nodes(ids: $ids) { id }
  relations(filter: { types: $all, excludeTypes: $all, articles: $ids }) { totalCount }
  claims(filter: { text: $q0, attributedTo: $ids, excludeEntities: $ids }) { totalCount }
  entity(id: "cia") { properties(keys: $all) degree(filter: { neighborTypes: $all, excludeArticles: $ids }) }
  subgraph(seeds: $ids, filter: { excludeTypes: $all }) { nodes { id } }
}`;

function each(of: (n: number) => string): string {
  return Array.from({ length: batch }, (_, n) => of(n)).join(', ');
}

forEachKindOfStore((name, open) => {
  const { title, rounds, random } = campaign('G8: hostile names', { quick: 500, full: 10_000 });
  let reference: Store;
  let store: Store;
  beforeAll(async () => {
    store = await openLoadedStore(open);
    reference = await openLoadedStore(async () => openEmbeddedStore({ folder: null }));
  });
  afterAll(async () => reference.close());

  it(
    `bring no error, change nothing, and find the same on ${name}: ${title}`,
    async () => {
      const [api, referenceApi] = [await apiOf(store), await apiOf(reference)];
      const before = await graphDigest(store);
      const violations: string[] = [];
      for (let round = 0; round < rounds; round += batch) {
        const names = Array.from({ length: batch }, () => hostileString(random));
        const answers = await Promise.all([answerOf(api, names), answerOf(referenceApi, names)]);
        if (answers[0] !== answers[1])
          violations.push(`${JSON.stringify(names)}: ${answers.join(' against ')}`);
      }
      expect(violations).toEqual([]);
      expect(await graphDigest(store)).toBe(before);
    },
    rounds * 1_000,
  );

  it(
    `are refused or kept as they are in scripts on ${name}: ${title}`,
    async () => {
      const violations: string[] = [];
      let kept = 0;
      for (let round = 0; round < rounds; round += batch) {
        const text = hostileString(random);
        const [found, expected] = await Promise.all(
          [store, reference].map((of) => afterScript(of, text, round)),
        );
        if (found !== 'refused') kept += 1;
        const legal = new Set([rowsFor(text), 'refused']);
        for (const one of [found, expected]) {
          if (!legal.has(one ?? '')) violations.push(`${JSON.stringify(text)}: ${one ?? ''}`);
        }
      }
      tell(`G8: ${kept} of ${rounds / batch} scripts were kept on ${name}`);
      expect(violations).toEqual([]);
      expect(kept).toBeGreaterThan(0);
    },
    rounds * 1_000,
  );
});

/** Data; or that the names were refused, if that is all that is wrong. */
async function answerOf(api: Api, names: readonly string[]): Promise<string> {
  const variables = Object.fromEntries(names.map((name, n) => [`q${n}`, name]));
  try {
    return JSON.stringify(await api.data(document, { ...variables, all: names, ids: names }));
  } catch (error) {
    // Which of several fields is told to be wrong is a matter of chance.
    const others = errorsIn(error).filter((text) => !/contains (?:the character NUL|half of a)/u.test(text));
    return others.length === 0 ? 'refused' : others.join('\n');
  }
}

function errorsIn(error: unknown): readonly string[] {
  return error instanceof AggregateError ? error.errors.map(String) : [String(error)];
}

/** What one script left in the graph: nothing if it was refused. */
async function afterScript(store: Store, text: string, round: number): Promise<string> {
  const path = `hostile/${round}.cypher`;
  const script = { path, file: path, text: hostileScript(text, round), notices: [] };
  const count = async (): Promise<string> =>
    JSON.stringify(
      await rows(store, 'MATCH (n) WHERE NOT n:Load AND NOT n:LoadCounter RETURN count(n) AS n'),
    );
  const before = await count();
  const { complete } = await load(store, script);
  if (!complete) return (await count()) === before ? 'refused' : 'refused, but something was left';
  return JSON.stringify(
    await rows(
      store,
      `MATCH (n)-[r]->(m:Hostile {round: $round})
       RETURN labels(n) AS labels, keys(n) AS keys, type(r) AS type, m.value AS value`,
      { round },
    ),
  );
}

function rowsFor(text: string): string {
  return JSON.stringify([{ labels: [text], keys: [text], type: text, value: text }]);
}

async function rows(store: Store, cypher: string, parameters = {}): Promise<unknown> {
  return store.read(async (transaction) => (await transaction.run(cypher, parameters)).rows);
}
