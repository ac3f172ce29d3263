import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../server/src/app/log.ts';
import { readSettings } from '../server/src/app/settings.ts';
import { startServer } from '../server/src/app/start.ts';
import { head, medians, row } from './support/rounds.ts';

/** What the API's questions cost beside the smallest request that the server answers, over HTTP. */
const folder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'));
const settings = readSettings({ PORT: '0', CLAIMGRAPH_DATA: folder });
const server = await startServer(settings, { log: createLog('error') });

async function ask(query: string): Promise<void> {
  const answers = Array.from({ length: 10 }, async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
  });
  await Promise.all(answers);
}

const questions = {
  'nothing but the type of the query': '{ __typename }',
  'one entity': '{ entity(id: "cia") { id name type aliases } }',
  'its relations with their quotes':
    '{ entity(id: "cia") { relations(first: 100) { totalCount nodes { id caption standing claims(first: 10) { nodes { status quote attributedTo { name } } } } } } }',
  'a search with a slip': '{ search(query: "rodrigez") { nodes { id } } }',
  'the first screen':
    '{ subgraph(seeds: ["2026-01-28-cia-annex-venezuela"], depth: 0) { nodes { id name type neighbors { totalCount } } relations { id standing claims(first: 50) { nodes { id status quote } } } } }',
};

const [smallest, ...others] = Object.keys(questions);
const times = await medians(
  Object.fromEntries(Object.entries(questions).map(([name, query]) => [name, () => ask(query)])),
  15,
);
console.log(head);
for (const name of others) {
  const base = times[smallest ?? ''] ?? Number.NaN;
  console.log(row(`10 at once: ${name}`, times[name] ?? Number.NaN, { base, of: smallest ?? '' }));
}
await server.close();
await rm(folder, { recursive: true });
