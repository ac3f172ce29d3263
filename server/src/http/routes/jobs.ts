import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import { answerJson, refuse } from '../answer.ts';
import { readBody } from '../body.ts';
import { limits } from '../limits.ts';
import type { Route } from '../route.ts';

/** The way back to whoever gave the job. */
export interface JobAnswer {
  /** Sends one message; resolves when there is room for the next. */
  readonly send: (message: object) => Promise<void>;
  /** Aborted when whoever gave the job has left. */
  readonly signal: AbortSignal;
}

export interface JobsOptions {
  /** Whoever has it may do every job. */
  readonly token: string;
  /** The work that a request asks for; a text says why it is none. The work sends its failures itself. */
  readonly read: (asked: object) => ((answer: JobAnswer) => Promise<void>) | string;
  /** Ends a job that runs, in order, so that its answer still says what became of it. */
  readonly stop: (asked: object) => void;
}

/**
 * Takes jobs from the command line while this server has the embedded store open, and answers with one
 * JSON object a line. Nothing of a request but its token is looked at before that was found right.
 */
export function jobsRoutes({ read, stop }: JobsOptions): readonly Route[] {
  const route = (path: string, handle: (asked: object, response: ServerResponse) => unknown): Route => ({
    path,
    methods: ['POST'],
    access: 'jobs',
    async handle(request, response) {
      const body = await readBody(request, limits.jobBytes);
      if (body.kind === 'refused') return refuse(response, body.refusal);
      await handle(body.content, response);
    },
  });
  return [
    route('/jobs', async (asked, response) => {
      const work = read(asked);
      if (typeof work !== 'string') return answerWith(work, response);
      return refuse(response, { status: 400, code: 'BAD_USER_INPUT', message: work });
    }),
    route('/jobs/stop', (asked, response) => {
      stop(asked);
      answerJson(response, 202, {});
    }),
  ];
}

async function answerWith(
  work: (answer: JobAnswer) => Promise<void>,
  response: ServerResponse,
): Promise<void> {
  const leaving = new AbortController();
  response.once('close', () => leaving.abort(new Error('Whoever gave the job has left.')));
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  response.flushHeaders();
  // An empty line now and then, so that nobody takes long work for a lost connection.
  const beat = setInterval(() => response.write('\n'), limits.heartbeatMs);
  try {
    await work({ send: lineSender(response), signal: leaving.signal });
  } finally {
    clearInterval(beat);
    response.end();
  }
}

function lineSender(response: ServerResponse): JobAnswer['send'] {
  let room: Promise<void> | null = null;
  return async (message) => {
    if (response.destroyed || response.write(`${JSON.stringify(message)}\n`)) return;
    // Whoever does not wait for it, as progress does not, may send many before there is.
    room ??= untilRoom(response).finally(() => {
      room = null;
    });
    await room;
  };
}

async function untilRoom(response: ServerResponse): Promise<void> {
  // Both listeners go when one was called: a long answer waits many times.
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  over.abort();
}
