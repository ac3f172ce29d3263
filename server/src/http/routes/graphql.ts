import type { IncomingMessage } from 'node:http';

import { execute, type GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';

import { answerLimit, withinObjects } from '../answer-limit.ts';
import { refuse } from '../answer.ts';
import { readBody } from '../body.ts';
import { type CreateContext, deadline, withinTime } from '../deadline.ts';
import { documentLimits } from '../document-limits.ts';
import { limits } from '../limits.ts';
import type { Log } from '../log.ts';
import { maskError } from '../mask-error.ts';
import type { Route } from '../route.ts';
import { streamLimits } from '../stream-limits.ts';
import { subscriptions } from '../subscriptions.ts';
import { variableLimits } from '../variable-limits.ts';
import { answerGraphiqlPage } from './graphiql.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Made anew for each answer: it batches what one answer asks for. */
  readonly createContext: CreateContext;
  readonly log: Log;
  /** Milliseconds; 15,000 unless a test says otherwise. */
  readonly deadlineMs?: number | undefined;
  /** Objects of one answer; 75,000 unless a test says otherwise. */
  readonly answerObjects?: number | undefined;
}

/** The API. Browsers that open its address get a page to try queries in. */
export function graphqlRoute({
  schema,
  createContext,
  log,
  deadlineMs = limits.deadlineMs,
  answerObjects = limits.answerObjects,
}: GraphqlOptions): Route {
  const time = { afterMs: deadlineMs, createContext };
  const yoga = createYoga({
    schema,
    plugins: [
      documentLimits,
      variableLimits,
      answerLimit(answerObjects),
      deadline(time),
      subscriptions({
        createContext,
        execute: withinTime(time, withinObjects(answerObjects, execute)),
        guard: streamLimits(),
      }),
    ],
    maskedErrors: { maskError: maskError(log), isDev: false },
    // The body is read, and its size bounded, before it comes here.
    maxRequestBodySize: false,
    cors: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: false,
  });

  return {
    path: '/graphql',
    methods: ['GET', 'HEAD', 'POST'],
    // The page holds no data; what it asks does carry the token.
    access: (request) => (asksForPage(request) ? 'open' : 'read'),
    async handle(request, response) {
      if (asksForPage(request)) return answerGraphiqlPage(response);
      if (request.method !== 'POST') return yoga(request, response);
      const body = await readBody(request, limits.bodyBytes);
      if (body.kind === 'refused') return refuse(response, body.refusal);
      // What a framework's body parser would leave here, and where yoga looks for it.
      return yoga(Object.assign(request, { body: body.content }), response);
    },
  };
}

/** A browser's address bar: it wants HTML and sends no query. */
function asksForPage({ method, url = '', headers }: IncomingMessage): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !/[?&]query=/.test(url) && (headers.accept?.includes('text/html') ?? false);
}
