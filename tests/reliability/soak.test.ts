import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { formats } from '../../server/src/export/formats.ts';
import { buildSchema } from '../../server/src/graphql/schema.ts';
import { article } from '../api/documents.ts';
import { articleWords, everyQuestion } from '../api/questions.ts';
import { portArticle } from '../loader/port-article.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { bearer } from '../support/post.ts';
import { campaign, inMegabytes, isFull, Random, tell } from './campaign.ts';
import { GraphqlInputs } from './graphql-inputs.ts';
import { servedStores, type ServerProcess, startServerProcess } from './server-process.ts';
import type { ServerMemory } from './server-program.ts';

/** How often it is looked at. In the first third what is kept may fill, and the allocator take what it needs. */
const looks = isFull ? 24 : 2;
const clients = 4;
/** Long work, not hard work: the load of what can be answered is another campaign. */
const betweenMs = 50;
/** Longer than any answer may take. */
const patienceMs = 60_000;
const writeToken = 'a-token-for-writing-in-a-soak';

const { title, rounds: seconds, random } = campaign('G10: the soak', { quick: 6, full: 3_600 });

const questions = everyQuestion({
  entity: 'cia',
  others: ['cia', 'venezuela', 'delcy-rodriguez'],
  relation: 'delcy-rodriguez~REJECTS_ORDERS_OF~united-states',
  claim: `${article}/met-ratcliffe`,
  ...articleWords,
});

const texts = [portArticle, portArticle.replaceAll('since March', 'since April')];

/** Kinds of work, as often as they come. */
const often = Object.entries({
  questions: 60,
  inputs: 15,
  'questions left': 10,
  streams: 8,
  exports: 6,
  loads: 1,
}).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

/** One kind of work, and what is wrong with what came of it. */
type Work = () => Promise<string | null>;

/** What analysts, notebooks and authors do, well or badly, and how they leave. */
class Users {
  readonly done = new Map<string, number>();
  readonly faults: string[] = [];
  readonly #server: ServerProcess;
  readonly #random: Random;
  readonly #inputs: GraphqlInputs;
  readonly #works: Readonly<Record<string, Work>> = {
    questions: async () => this.#question(),
    inputs: async () => this.#input(),
    'questions left': async () => this.#questionLeft(),
    streams: async () => this.#stream(),
    exports: async () => this.#export(),
    loads: async () => this.#load(),
  };
  #loads = 0;

  constructor(server: ServerProcess, seed: number) {
    this.#server = server;
    this.#random = new Random(seed);
    this.#inputs = new GraphqlInputs(buildSchema(), this.#random);
  }

  /** One of each kind; then each client starts the next work when its last one is done, until then. */
  async workUntil(end: number): Promise<void> {
    for (const name of Object.keys(this.#works)) await this.#do(name);
    const client = async (): Promise<void> => {
      while (performance.now() < end) {
        await this.#do(this.#random.pick(often));
        await pause(betweenMs);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  async #do(name: string): Promise<void> {
    const fault = await this.#works[name]?.();
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
    if (fault) this.faults.push(`${name}: ${fault.slice(0, 500)}`);
  }

  async #question(): Promise<string | null> {
    const { title: asked, document, variables } = this.#random.pick(questions);
    const text = await (await this.#post({ query: document, variables })).text();
    return text.includes('"errors"') ? `${asked}: ${text}` : null;
  }

  async #input(): Promise<string | null> {
    // Subscriptions are among them, which nobody would end otherwise.
    const headers = { Accept: 'application/graphql-response+json' };
    const text = await (await this.#post(this.#inputs.body(), { headers })).text();
    return text.includes('INTERNAL_SERVER_ERROR') ? text : null;
  }

  async #questionLeft(): Promise<null> {
    const { document, variables } = this.#random.pick(questions);
    await this.#leaving(async (signal) =>
      (await this.#post({ query: document, variables }, { signal })).text(),
    );
    return null;
  }

  async #stream(): Promise<null> {
    const headers = { Accept: 'text/event-stream' };
    const query = 'subscription { graphChanged(since: 0) { sequence article { title } } }';
    await this.#leaving(async (signal) => (await this.#post({ query }, { headers, signal })).text());
    return null;
  }

  async #export(): Promise<string | null> {
    const { name, extension } = this.#random.pick(formats);
    const url = `${this.#server.url}/exports/${name}.${extension}`;
    if (this.#random.below(2) === 0) {
      await this.#leaving(async (signal) => (await fetch(url, { signal })).text());
      return null;
    }
    const response = await fetch(url);
    await response.arrayBuffer();
    // Two are made at once: another client may have both.
    return response.status === 200 || response.status === 503 ? null : `${url}: ${response.status}`;
  }

  async #load(): Promise<string | null> {
    const input = { name: '2030-05-02-port', cypher: texts[(this.#loads += 1) % texts.length] };
    const query =
      'mutation ($input: LoadScriptInput!) { loadScript(input: $input) { outcome problems { message } } }';
    const response = await this.#post({ query, variables: { input } }, { headers: bearer(writeToken) });
    const text = await response.text();
    return /"outcome":"(?:LOADED|UNCHANGED)"/.test(text) ? null : text;
  }

  async #post(body: object | string, init: Readonly<RequestInit> = {}): Promise<Response> {
    return fetch(`${this.#server.url}/graphql`, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      ...init,
      headers: { 'Content-Type': 'application/json', ...(init.headers as Record<string, string>) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Begins something and goes away before or while it is answered. */
  async #leaving(begin: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const leave = new AbortController();
    const begun = begin(leave.signal).catch((error: unknown) => {
      if (!leave.signal.aborted) this.faults.push(String(error));
    });
    await pause(this.#random.below(200));
    leave.abort();
    await begun;
  }
}

it(
  `a server holds no more after long work of all kinds, on ${servedStores.map(({ name }) => name).join(' and ')} at once: ${title}`,
  async () => {
    await Promise.all(servedStores.map(soak));
  },
  isFull ? 4_500_000 : 120_000,
);

async function soak({ name, neo4j }: (typeof servedStores)[number]): Promise<void> {
  if (neo4j) await emptyNeo4j(neo4j);
  // The questions ask for all that there could be.
  const settings = { CLAIMGRAPH_WRITE_TOKEN: writeToken, CLAIMGRAPH_MAX_COST: '100000' };
  const server = await startServerProcess({ neo4j, settings });
  const users = new Users(server, random.below(2 ** 31));
  try {
    const memory: ServerMemory[] = [];
    for (let look = 1; look <= looks; look += 1) {
      await users.workUntil(performance.now() + (seconds * 1000) / looks);
      const held = await server.memory();
      memory.push(held);
      tell(
        `G10 on ${name}: ${inMegabytes(held.heapBytes)} of JavaScript, ${inMegabytes(held.residentBytes)} in all; ` +
          [...users.done].map(([work, count]) => `${work} ${count}`).join(', '),
      );
    }
    expect(users.faults).toEqual([]);
    expect(server.complaints()).toBe('');
    // Nobody is there any more: nothing runs, waits or stays open.
    await expect.poll(async () => busyIn(server), { timeout: 20_000 }).toEqual([0, 0, 0]);
    if (!isFull) return;
    for (const part of ['heapBytes', 'residentBytes'] as const) {
      const bytes = memory.map((look) => look[part]);
      const [middle, last] = [bytes.slice(looks / 3, (2 * looks) / 3), bytes.slice((2 * looks) / 3)];
      expect(median(last) / median(middle)).toBeLessThan(1.1);
    }
  } finally {
    await server.stop();
  }
}

async function busyIn({ url }: ServerProcess): Promise<readonly number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return ['queries_running', 'queries_waiting', 'subscriptions_open'].map((gauge) =>
    Number(new RegExp(`^claimgraph_${gauge} (\\d+)$`, 'm').exec(text)?.[1]),
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
