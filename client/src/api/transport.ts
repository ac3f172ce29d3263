import {
  Client,
  type CombinedError,
  fetchExchange,
  stringifyDocument,
  type TypedDocumentNode,
} from '@urql/core';

import type { Access } from './access.ts';
import { ApiError, toApiErrorCode } from './api-error.ts';
import { firstEvent } from './event-stream.ts';

export interface Question<Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly signal: AbortSignal;
}

/** Sends GraphQL documents. Rejects with ApiError, never with anything else. */
export interface Transport {
  /** Gives the whole answer. */
  ask<Data, Variables extends Record<string, unknown>>(question: Question<Data, Variables>): Promise<Data>;
  /** Subscribes until the first event comes, or the server ends it. */
  waitFor<Data, Variables extends Record<string, unknown>>(
    question: Question<Data, Variables>,
  ): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

/**
 * A transport to the GraphQL endpoint at `url`; nothing is cached. Where the server asks for a token, a
 * question waits until there is one that it takes; without `access` it fails.
 */
export function createTransport(url: string, access: Access | null = null): Transport {
  const client = new Client({
    url,
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
  });

  function ask<Data, Variables extends Record<string, unknown>>(
    { document, variables, signal }: Question<Data, Variables>,
    headers: Headers,
  ): Promise<Data> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(cancelled());
        return;
      }
      const abort = () => {
        subscription.unsubscribe();
        reject(cancelled());
      };
      // An urql source stays open after its answer and would repeat it to the next asker; leaving it
      // before its answer aborts the fetch.
      const context = { fetchOptions: { headers } };
      const subscription = client.query(document, variables, context).subscribe(({ data, error }) => {
        signal.removeEventListener('abort', abort);
        queueMicrotask(() => subscription.unsubscribe());
        if (error) reject(toApiError(error));
        else if (data === undefined || data === null) reject(emptyAnswer());
        else resolve(data);
      });
      signal.addEventListener('abort', abort, { once: true });
    });
  }

  async function waitFor<Data, Variables extends Record<string, unknown>>(
    { document, variables, signal }: Question<Data, Variables>,
    headers: Headers,
  ): Promise<void> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ query: stringifyDocument(document), variables }),
        signal,
      });
      if (!response.ok || !response.body) throw notOpened(response);
      await firstEvent(response.body);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw signal.aborted ? cancelled() : unreachable(error);
    }
  }

  async function withToken<Answer>(
    signal: AbortSignal,
    send: (headers: Headers) => Promise<Answer>,
  ): Promise<Answer> {
    for (;;) {
      const token = access?.token ?? null;
      try {
        return await send(token === null ? {} : { Authorization: `Bearer ${token}` });
      } catch (error) {
        const asksForToken = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
        if (!access || !asksForToken) throw error;
        await access.renewed(token, signal);
        if (signal.aborted) throw cancelled();
      }
    }
  }

  return {
    ask: (question) => withToken(question.signal, (headers) => ask(question, headers)),
    waitFor: (question) => withToken(question.signal, (headers) => waitFor(question, headers)),
  };
}

function notOpened({ status, headers }: Response): ApiError {
  return new ApiError({
    code: status === 401 ? 'UNAUTHENTICATED' : 'BAD_ANSWER',
    message: `The server answered with status ${status} and no events.`,
    retryAfter: Number(headers.get('retry-after')) || null,
  });
}

function unreachable(cause: unknown): ApiError {
  return new ApiError({ code: 'UNREACHABLE', message: 'The server did not answer.', cause });
}

function cancelled(): ApiError {
  return new ApiError({ code: 'CANCELLED', message: 'The question was withdrawn before its answer came.' });
}

function emptyAnswer(): ApiError {
  return new ApiError({
    code: 'BAD_ANSWER',
    message: 'The server answered without data and without an error.',
  });
}

function toApiError(error: CombinedError): ApiError {
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, id, retryAfter } = first.extensions;
    return new ApiError({
      code: toApiErrorCode(code),
      message: first.message,
      reference: typeof id === 'string' ? id : null,
      retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
      cause: error,
    });
  }
  const response: unknown = error.response;
  if (response instanceof Response) {
    return new ApiError({
      code: 'BAD_ANSWER',
      message: `The server answered with status ${response.status} and no GraphQL.`,
      retryAfter: Number(response.headers.get('retry-after')) || null,
      cause: error,
    });
  }
  return unreachable(error);
}
