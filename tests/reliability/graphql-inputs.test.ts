import { expect, it } from 'vitest';

import { buildSchema } from '../../server/src/graphql/schema.ts';
import { campaign, isFull, tell } from './campaign.ts';
import { GraphqlInputs } from './graphql-inputs.ts';
import { rawRequest } from './raw-request.ts';
import { servedStores, type ServerProcess, startServerProcess } from './server-process.ts';

/** Sent at once: fewer than may run, so that the ordinary query beside them has a place. */
const together = 6;

const { title, rounds, random } = campaign('G7: GraphQL inputs', { quick: 2_000, full: 100_000 });

it.each(servedStores)(
  `no input is answered by a failure, on $name: ${title}`,
  async ({ name, neo4j }) => {
    const server = await startServerProcess({ neo4j });
    const inputs = new GraphqlInputs(buildSchema(), random);
    const violations: string[] = [];
    const seen = new Map<string, number>();
    try {
      for (let round = 0; round < rounds; round += together) {
        const sent = Array.from({ length: together }, () =>
          random.below(5) === 0 ? inputs.raw() : inputs.body(),
        );
        const answers = await Promise.all([
          ...sent.map(async (input) =>
            typeof input === 'string' ? post(server, input) : rawRequest(server.url, input),
          ),
          ordinary(server),
        ]);
        for (const [n, answer] of answers.entries()) {
          const kind = n < together ? kindOf(answer) : kindOf(answer).replace(/^200$/, 'ordinary');
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
          const fault = faultOf(answer) ?? (n === together && kind !== 'ordinary' ? 'not answered' : null);
          if (fault)
            violations.push(
              `${fault}: ${String(sent[n] ?? 'the ordinary query').slice(0, 2_000)}\n-> ${answer.slice(0, 500)}`,
            );
        }
        if (!server.isRunning())
          throw new Error(`The server is gone after ${sent.map(String).join('\n')}\n${server.complaints()}`);
        if (violations.length > 20) break;
        if (round % 6_000 === 0) tell(`G7 on ${name}: ${round} of ${rounds}`);
      }
      tell(`G7 on ${name}: ${[...seen].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
      expect(violations).toEqual([]);
      expect(server.complaints()).toBe('');
      // The inputs are of use only where many of them are right.
      expect(seen.get('200') ?? 0).toBeGreaterThan(rounds / 20);
    } finally {
      await server.stop();
    }
  },
  isFull ? 7_200_000 : 240_000,
);

/** Status line and body in one text. */
async function post(server: ServerProcess, body: string): Promise<string> {
  return fetched(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body,
  });
}

async function ordinary(server: ServerProcess): Promise<string> {
  return post(server, '{"query":"{ entity(id: \\"cia\\") { name relations(first: 1) { totalCount } } }"}');
}

async function fetched(url: string, init: RequestInit): Promise<string> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    return `HTTP/1.1 ${response.status}\n${await response.text()}`;
  } catch (error) {
    return `NO ANSWER: ${String(error)} ${String(error instanceof Error ? error.cause : '')}`;
  }
}

/** The code of its error, or its status. */
function kindOf(answer: string): string {
  const code = /"code":"([A-Z_]+)"/.exec(answer)?.[1];
  return code ?? /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? (answer === '' ? 'nothing' : answer.slice(0, 20));
}

function faultOf(answer: string): string | null {
  if (answer.startsWith('NO ANSWER')) return 'no answer';
  if (answer.includes('INTERNAL_SERVER_ERROR')) return 'an unexpected error';
  // Node's own answer to a version of HTTP that it does not speak.
  const allowed = /STORE_UNAVAILABLE|DEADLINE_EXCEEDED/.test(answer) || answer.startsWith('HTTP/1.1 505');
  if (answer.startsWith('HTTP/1.1 5') && !allowed) return 'a failure';
  if (/\bat \S+ \(|node_modules|node:internal|\.m?[jt]s:\d+/.test(answer)) return 'a stack trace';
  return null;
}
