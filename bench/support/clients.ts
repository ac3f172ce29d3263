import { Agent, request } from 'node:http';

/** A question with its own address: GraphQL or a plain path. */
export interface Question {
  readonly url: string;
  /** Sent by POST as JSON; a GET without it. */
  readonly body?: string;
}

export function graphqlQuestion(server: string, query: string): Question {
  return { url: `${server}/graphql`, body: JSON.stringify({ query }) };
}

let others = 0;

/** The same in other words each time, so that no server knows the answer yet: a variable that nothing uses. */
export function newQuestion(server: string, query: string): () => Question {
  return () => {
    const variables = { n: (others += 1) };
    return { url: `${server}/graphql`, body: JSON.stringify({ query, variables }) };
  };
}

const CLIENTS = 8;

/** Requests answered in a second, to eight clients that ask again as soon as they are answered. */
export async function throughput(next: () => Question, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      await ask(next(), agent);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return answered / seconds;
}

/** The text of one answer. Throws what is no good answer. */
export function ask({ url, body }: Question, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        if (answer.statusCode === 200 && !text.includes('"errors"')) resolve(text);
        else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
