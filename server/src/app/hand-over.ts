import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { limits } from '../http/limits.ts';
import { StoreError } from '../store/store-error.ts';
import { errorOf, type JobMessage, parseMessage } from './job-messages.ts';
import { requestText } from './job-request.ts';
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
  server: ServerFile,
  job: Job<K>,
  { onProgress, onText, signal }: JobEvents,
): Promise<HandedOver<K>> {
  const id = randomUUID();
  const response = await post(server, '/jobs', bodyOf({ id, job }));
  if (response === null || !isOurs(response)) {
    await response?.body?.cancel();
    return { kind: 'refused' };
  }
  if (!response.ok || response.body === null) throw await refusedBy(response);
  // Asked, not cut off: the answer still has to say what became of it.
  const stop = (): void => void post(server, '/jobs/stop', bodyOf({ id }));
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    for await (const message of messagesOf(response.body)) {
      switch (message.event) {
        case 'progress':
          onProgress?.(message.progress);
          break;
        case 'text':
          await onText?.(message.text);
          break;
        case 'result':
          // The server answers a job with its own kind of result.
          return { kind: 'done', result: message.result as JobResults[K] };
        case 'failure':
          signal?.throwIfAborted();
          throw errorOf(message.failure);
      }
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  throw wentAway();
}

/** Throws StoreError for more than the server reads: it would hang up before anybody could be told. */
function bodyOf(asked: Parameters<typeof requestText>[0]): string {
  try {
    const body = requestText(asked);
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

/**
 * Only a server that knows the token looks at the job, and then takes it or says what is wrong with it.
 * Any other answer is that of something else that took the port since.
 */
function isOurs({ status, headers }: Response): boolean {
  const type = status === 200 ? 'application/x-ndjson' : 'application/json';
  return judgments.has(status) && headers.get('content-type')?.startsWith(type) === true;
}

const judgments = new Set([200, 400, 413, 415]);

/** Null when nobody listens there. */
async function post({ url, token }: ServerFile, path: string, body: string): Promise<Response | null> {
  try {
    return await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
      redirect: 'error',
    });
  } catch (error) {
    // What fetch throws for a connection that failed.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<JobMessage> {
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
