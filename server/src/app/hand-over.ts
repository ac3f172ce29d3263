import { z } from 'zod';

import { limits } from '../http/limits.ts';
import { StoreError } from '../store/store-error.ts';
import { errorOf, type JobMessage, parseMessage } from './job-messages.ts';
import { jobText } from './job-request.ts';
import type { Job, JobEvents, JobKind, JobResults } from './job.ts';
import type { ServerFile } from './server-file.ts';

/** What came of it; `refused` when the address is not that of the server that has the store open. */
export type HandedOver<K extends JobKind> =
  | { readonly kind: 'done'; readonly result: JobResults[K] }
  | { readonly kind: 'refused' };

/**
 * Has a running server do a job, with the same events, result and errors as if it were done here.
 * Throws what the job throws, and StoreError UNAVAILABLE when the server goes away in the middle of it.
 */
export async function handOver<K extends JobKind>(
  { url, token }: ServerFile,
  job: Job<K>,
  events: JobEvents,
): Promise<HandedOver<K>> {
  const response = await send({ url, token, body: bodyOf(job) }, events.signal);
  if (response === null || notOurs.has(response.status)) {
    await response?.body?.cancel();
    return { kind: 'refused' };
  }
  if (!response.ok || response.body === null) throw await refusedBy(response);
  for await (const message of messagesOf(response.body, events.signal)) {
    switch (message.event) {
      case 'progress':
        events.onProgress?.(message.progress);
        break;
      case 'text':
        await events.onText?.(message.text);
        break;
      case 'result':
        // The server answers a job with its own kind of result.
        return { kind: 'done', result: message.result as JobResults[K] };
      case 'failure':
        throw errorOf(message.failure);
    }
  }
  throw wentAway();
}

/** Throws StoreError for more than the server reads: it would hang up before anybody could be told. */
function bodyOf(job: object): string {
  try {
    const body = jobText(job);
    if (Buffer.byteLength(body) <= limits.jobBytes) return body;
  } catch (error) {
    // No text may be as long as this one would be.
    if (error instanceof RangeError) throw tooLarge(error);
    throw error;
  }
  throw tooLarge();
}

function tooLarge(cause?: unknown): StoreError {
  return new StoreError({
    code: 'FAILED',
    message: `The scripts are larger than what a running server takes at once, which is ${limits.jobBytes / 1024 / 1024} MB.`,
    hint: 'Load fewer at once, or stop the server and run this again.',
    cause,
  });
}

/** Answers of something else that took the port since: wrong token, no such route, wrong host. */
const notOurs = new Set([401, 403, 404, 405, 421, 429]);

interface Sent {
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

/** Null when nobody listens there. */
async function send({ url, token, body }: Sent, signal: AbortSignal | undefined): Promise<Response | null> {
  try {
    return await fetch(new URL('/jobs', url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
      redirect: 'error',
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function* messagesOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobMessage> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const message = parseMessage(line);
        if (message) yield message;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TypeError) throw wentAway(error);
    throw error;
  }
}

const refusal = z.object({ errors: z.tuple([z.object({ message: z.string() })]) });

async function refusedBy(response: Response): Promise<StoreError> {
  const told = refusal.safeParse(await response.json().catch(() => null));
  return new StoreError({
    code: 'FAILED',
    message: `The server that has the store open did not take the work${told.success ? `: ${told.data.errors[0].message}` : '.'}`,
    hint: 'Stop the server and run this again.',
  });
}

function wentAway(cause?: unknown): StoreError {
  return new StoreError({
    code: 'UNAVAILABLE',
    message: 'The server that has the store open went away in the middle of the work.',
    hint: 'What was told as loaded is in the graph, the script at work is not. Run the command again.',
    cause,
  });
}
