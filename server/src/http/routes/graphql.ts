import type { IncomingMessage } from 'node:http';

import { execute, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';

import { admitted } from '../admission.ts';
import { withinLength } from '../answer-length.ts';
import { countObjects, withinObjects } from '../answer-limit.ts';
import { refuse } from '../answer.ts';
import type { ApiRequest } from '../api-request.ts';
import { readBody } from '../body.ts';
import { withinBudget } from '../budget.ts';
import { judgeCost, withinCost } from '../cost-limit.ts';
import { type CreateContext, withinTime } from '../deadline.ts';
import { documentCaches } from '../document-cache.ts';
import { documentLimits } from '../document-limits.ts';
import type { Execute } from '../execute.ts';
import { withKnownAnswers } from '../known-answers.ts';
import { limits as fixedLimits, type RequestLimits } from '../limits.ts';
import type { Log } from '../log.ts';
import { maskError } from '../mask-error.ts';
import { isMutation, mutations } from '../mutations.ts';
import { observed, observeOperations } from '../observe-operations.ts';
import { nobody, type Observer } from '../observer.ts';
import type { Route } from '../route.ts';
import { streamLimits } from '../stream-limits.ts';
import { subscriptions } from '../subscriptions.ts';
import { traced } from '../tracing.ts';
import { variableLimits } from '../variable-limits.ts';
import { answerGraphiqlPage } from './graphiql.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Made anew for each answer: it batches what one answer asks for. */
  readonly createContext: CreateContext;
  readonly log: Log;
  readonly limits: RequestLimits;
  readonly observer?: Observer;
}

/** The API. Browsers that open its address get a page to try queries in. */
export function graphqlRoute(options: GraphqlOptions): Route {
  const { schema, createContext, log, limits, observer = nobody } = options;
  countObjects(schema);
  const run = limitedExecute(options);
  const limited: Plugin = { onExecute: ({ setExecuteFn }) => setExecuteFn(run) };
  const yoga = createYoga<ApiRequest>({
    schema,
    plugins: [
      observeOperations(observer),
      mutations(limits.bodyBytes),
      documentLimits(limits),
      variableLimits,
      limited,
      subscriptions({
        createContext,
        execute: observed(observer, run),
        guard: streamLimits(observer.streams),
        refusalOf: (subscription) => judgeCost(subscription, limits.cost).refusal,
      }),
    ],
    parserAndValidationCache: documentCaches(),
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
    async handle(request, response, rights) {
      if (asksForPage(request)) return answerGraphiqlPage(response);
      if (request.method !== 'POST') return yoga(request, response, { rights, bytes: 0 });
      const body = await readBody(request, rights.write ? fixedLimits.scriptBodyBytes : limits.bodyBytes);
      if (body.kind === 'refused') return refuse(response, body.refusal);
      // What a framework's body parser would leave here, and where yoga looks for it.
      return yoga(Object.assign(request, { body: body.content }), response, { rights, bytes: body.bytes });
    },
  };
}

/** From the outside in: what an address may use, what a query may cost, how long it may take, how long it may be, whether its answer is known, when it may begin, and what it may hold. */
function limitedExecute({ createContext, limits, observer = nobody }: GraphqlOptions): Execute {
  const { pointsPerMinute, cost, deadlineMs: afterMs, running, waiting } = limits;
  const { answerObjects, answerCharacters: max, untakenCharacters: maxUntaken } = fixedLimits;
  const worked = traced(withinObjects(answerObjects, execute));
  const begun = admitted({ running, waiting, waitMs: afterMs, tell: observer.admission }, worked);
  const known = withKnownAnswers(fixedLimits.knownAnswers, begun);
  const found = withinLength({ max, maxUntaken }, known);
  const timely = withinTime({ afterMs, remedy: askForLess, createContext }, found);
  const patient = withinTime({ afterMs: fixedLimits.loadMs, remedy: lookWhether, createContext }, found);
  const inTime: Execute = (execution) => (isMutation(execution) ? patient : timely)(execution);
  return withinBudget(pointsPerMinute, withinCost(cost, inTime));
}

const askForLess = 'Ask for less: fewer nodes, fewer hops or a smaller page.';
const lookWhether =
  'The load was ended: see in changes whether it was done before. The command npm run load takes as long as it needs.';

/** A browser's address bar: it wants HTML and sends no query. */
function asksForPage({ method, url = '', headers }: IncomingMessage): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !/[?&]query=/.test(url) && (headers.accept?.includes('text/html') ?? false);
}
