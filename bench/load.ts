import { join } from 'node:path';

import { readVocabulary } from '../server/src/app/read-vocabulary.ts';
import { readSettings } from '../server/src/app/settings.ts';
import { workspace } from '../server/src/app/workspace.ts';
import { loadScripts } from '../server/src/loader/load.ts';
import { readScripts } from '../server/src/loader/reader.ts';
import { split } from '../server/src/loader/splitter.ts';
import { openEmbeddedStore } from '../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../server/src/store/store.ts';
import { head, medians, row } from './support/rounds.ts';

/**
 * What the loader costs beside the bare statements of the same scripts in one transaction: splitting,
 * checks, ledger, report. On the embedded store; on Neo4j too when CLAIMGRAPH_STORE names one, whose
 * data are deleted: use an empty database.
 */
const folders = workspace();
const vocabulary = await readVocabulary(folders.cypher);
const scripts = await readScripts([join(folders.cypher, 'schema'), join(folders.cypher, 'articles')], {
  root: folders.root,
});
const [schema = [], data = []] = (['schema', 'data'] as const).map((kind) =>
  scripts
    .flatMap(({ text }) => split(text).parts)
    .filter((part) => part.kind === kind)
    .map(({ statement }) => statement),
);

async function empty(store: Store): Promise<void> {
  await store.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n').then(() => undefined));
}

async function loadWithStatements(store: Store): Promise<void> {
  for (const statement of schema) await store.schema(statement);
  await store.write(async (transaction) => {
    for (const statement of data) await transaction.run(statement);
  });
}

async function compare(name: string, store: Store): Promise<void> {
  const options = { vocabulary, by: 'bench' };
  const { loader, statements, again } = await medians(
    {
      statements: async () => {
        await empty(store);
        await loadWithStatements(store);
      },
      loader: async () => {
        await empty(store);
        await loadScripts(store, scripts, options);
      },
      again: async () => void (await loadScripts(store, scripts, options)),
    },
    7,
  );
  console.log(
    row(`${name}: load the shipped scripts`, loader, { base: statements, of: 'their bare statements' }),
  );
  console.log(row(`${name}: load them again, unchanged`, again, { base: loader, of: 'the first load' }));
  await store.close();
}

console.log(head);
await compare('embedded', await openEmbeddedStore({ folder: null }));
const { store: chosen } = readSettings(process.env);
if (chosen.kind === 'neo4j') await compare('Neo4j', await openNeo4jStore(chosen));
