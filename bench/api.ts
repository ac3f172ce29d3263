import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSettings } from '../server/src/app/settings.ts';
import { openEmbeddedStore } from '../server/src/store/embedded/embedded-store.ts';
import { ask, graphqlQuestion, newQuestion, type Question, throughput } from './support/clients.ts';
import { fillGraph, HUB } from './support/generated-graph.ts';
import { neo4jGraphqlServer } from './support/other-library.ts';
import { medians } from './support/rounds.ts';
import { bareServer, claimgraphServer, type Running, serveBare } from './support/servers.ts';
import { sides } from './support/sides.ts';

/**
 * What the API delivers: how many requests a second for an entity with 100 neighbours, to eight clients,
 * beside a bare handler that runs one driver query and beside @neo4j/graphql; and how larger questions grow
 * with the graph. Each server is a process of its own, and they are asked in turn. On the embedded store; on
 * Neo4j too where CLAIMGRAPH_STORE names one, whose data are deleted. `--short` leaves out the largest graph.
 */
const SECONDS = 4;
const ROUNDS = 5;
const sizes = process.argv.includes('--short') ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];

const neighbours = `{ entity(id: "${HUB}") { id name type neighbors(first: 100, orderBy: CLAIMS) { nodes { id name type } } } }`;
const questions = {
  search: '{ search(query: "karoten") { nodes { id } } }',
  'subgraph of 500 relations':
    '{ subgraph(seeds: ["hub"], depth: 2, maxNodes: 2000, maxRelations: 500) { nodes { id name type } relations { id type sourceId targetId } } }',
  'paths of up to 4 hops':
    '{ paths(between: ["e1", "e100"], k: 5) { paths { length hops { relation { id } } } } }',
  'timeline of an entity': '{ timeline(about: ["hub"]) { totalClaims buckets { start count } } }',
  'timeline of everything': '{ timeline(unit: YEAR) { totalClaims buckets { start count } } }',
  'an entity': '{ entity(id: "hub") { id name type } }',
} as const;

interface Contender {
  readonly name: string;
  readonly server: Running;
  readonly question: () => Question;
  /** Ours, whose larger questions are measured too: what it works on. */
  readonly store?: 'embedded' | 'Neo4j';
}

async function embeddedServer(folder: string, relations: number): Promise<Running> {
  const store = await openEmbeddedStore({ folder });
  await fillGraph(store, relations);
  await store.close();
  return claimgraphServer({ CLAIMGRAPH_STORE: 'embedded', CLAIMGRAPH_DATA: folder });
}

/** Ours on each store, those that it is compared with, and nothing else running. */
async function contenders(folder: string, relations: number): Promise<readonly Contender[]> {
  const embedded = await embeddedServer(folder, relations);
  const ours: readonly Contender[] = [
    {
      name: 'Claimgraph, embedded',
      server: embedded,
      question: newQuestion(embedded.url, neighbours),
      store: 'embedded',
    },
    {
      name: 'Claimgraph, embedded, asked before',
      server: embedded,
      question: () => graphqlQuestion(embedded.url, neighbours),
    },
  ];
  const chosen = readSettings(process.env).store;
  const side = sides.find(({ name }) => name === 'Neo4j');
  if (chosen.kind !== 'neo4j' || side === undefined) return ours;
  const store = await side.emptyStore();
  await fillGraph(store, relations);
  await store.close();
  const [bare, server, other] = [
    await bareServer(chosen),
    await claimgraphServer({}),
    await neo4jGraphqlServer(chosen),
  ];
  const plain = '{ entities(where: { id: { eq: "hub" } }) { id name met { id name } } }';
  return [
    { name: 'bare handler, one driver query', server: bare, question: () => ({ url: `${bare.url}/` }) },
    { name: 'Claimgraph, Neo4j', server, question: newQuestion(server.url, neighbours), store: 'Neo4j' },
    ...(other ? [{ name: '@neo4j/graphql', server: other, question: newQuestion(other.url, plain) }] : []),
    ...ours,
  ];
}

async function compareThroughput(all: readonly Contender[]): Promise<void> {
  const rates = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (const { name, question } of all) {
    const found = (await ask(question())).match(/"e\d+"/gu)?.length;
    if (found !== 100) throw new Error(`${name} found ${found} neighbours`);
  }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, question } of all) {
      const rate = await throughput(question, SECONDS);
      if (round > 0) rates.get(name)?.push(rate);
    }
  }
  const median = (name: string): number => rates.get(name)?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  const base = median(all[0]?.name ?? '');
  console.log(
    `| an entity with 100 neighbours, 8 clients | requests a second | of ${all[0]?.name} |\n|---|---|---|`,
  );
  for (const { name } of all) {
    console.log(`| ${name} | ${median(name).toFixed(0)} | ${(median(name) / base).toFixed(2)} |`);
  }
}

type Times = Readonly<Record<string, number>>;

/** Of what is answered within the time limit. */
async function times({ store, server }: Contender): Promise<Times> {
  const ways: [string, () => Promise<void>][] = [];
  for (const [title, query] of Object.entries(questions)) {
    const next = newQuestion(server.url, query);
    const way = async (): Promise<void> => void (await ask(next()));
    const isAnswered = await way().then(
      () => true,
      (error: Error) => {
        if (/DEADLINE_EXCEEDED|TIMEOUT/u.test(error.message)) return false;
        throw error;
      },
    );
    if (isAnswered) ways.push([`${store}: ${title}`, way]);
  }
  return medians(Object.fromEntries(ways), 7);
}

async function main(): Promise<void> {
  const bySize: Times[] = [];
  for (const relations of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'));
    const all = await contenders(folder, relations);
    if (relations === sizes[1]) await compareThroughput(all);
    const measured: Record<string, number> = {};
    for (const one of all.filter(({ store }) => store !== undefined)) {
      Object.assign(measured, await times(one));
    }
    bySize.push(measured);
    for (const server of new Set(all.map((one) => one.server))) await server.stop();
    await rm(folder, { recursive: true });
  }
  const label = (relations: number): string => relations.toLocaleString('en');
  console.log(`\n| one request, median, ms | ${sizes.map(label).join(' | ')} relations | growth |`);
  console.log(`|---|${sizes.map(() => '---|').join('')}---|`);
  for (const title of Object.keys(bySize[0] ?? {})) {
    const row = bySize.map((measured) => measured[title] ?? Number.NaN);
    const growth = (row.at(-1) ?? Number.NaN) / (row[0] ?? Number.NaN);
    console.log(`| ${title} | ${row.map(told).join(' | ')} | ${told(growth)} |`);
  }
}

function told(value: number): string {
  return Number.isNaN(value) ? 'given up' : value.toFixed(1);
}

await (process.argv.includes('--serve-bare') ? serveBare() : main());
