import { Agent, request } from 'node:http';

/** One request as its client saw it. */
export interface Asked {
  /** From sending to the whole answer. Milliseconds. */
  readonly ms: number;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly body: string;
}

/** A client that keeps as many connections as it needs, up to `connections`. */
export class LoadClient {
  readonly #agent: Agent;
  readonly #url: string;

  constructor(url: string, connections: number) {
    this.#url = `${url}/graphql`;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Asked> {
    const began = performance.now();
    const body = JSON.stringify({ query, variables });
    return new Promise((resolve) => {
      const done = (status: number, text: string): void =>
        resolve({ ms: performance.now() - began, status, body: text });
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      const sent = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
        response.on('error', (error) => done(0, error.message));
      });
      sent.on('error', (error) => done(0, error.message));
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Sends so many requests a second, whether or not earlier ones were answered; gives all answers. */
export async function atRate(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  ask: () => Promise<Asked>,
): Promise<readonly Asked[]> {
  const asked: Promise<Asked>[] = [];
  const began = performance.now();
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    const due = Math.min(elapsed, seconds) * perSecond;
    while (asked.length < due) asked.push(ask());
    if (elapsed >= seconds) return Promise.all(asked);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Has so many clients ask one after the other for so long; gives all answers. */
export async function byClients(
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
  ask: () => Promise<Asked>,
): Promise<readonly Asked[]> {
  const end = performance.now() + seconds * 1000;
  const answers: Asked[] = [];
  const client = async (): Promise<void> => {
    while (performance.now() < end) answers.push(await ask());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answers;
}

/** The time within which so many of a hundred were answered; 0 of none. */
export function percentile(answers: readonly Asked[], percent: number): number {
  const times = answers.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? 0;
}
