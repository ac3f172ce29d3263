import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { GraphQLError, type GraphQLSchema } from 'graphql';

import type { ExportFormat } from '../../export/format.ts';
import { formats } from '../../export/formats.ts';
import type { Context } from '../../graphql/base/context.ts';
import type { ErrorCode } from '../../graphql/base/errors.ts';
import { type LinkedPart, readExportLink } from '../../graphql/base/export-link.ts';
import { slugOf } from '../../lib/slug.ts';
import type { Store } from '../../store/store.ts';
import { type Refusal, refuse } from '../answer.ts';
import { linkedPart } from '../export-part.ts';
import { limits } from '../limits.ts';
import type { Log } from '../log.ts';
import { maskError } from '../mask-error.ts';
import type { Route } from '../route.ts';

export interface ExportsOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: (asked: { readonly signal: AbortSignal }) => Context;
  readonly store: Store;
  readonly log: Log;
}

/**
 * The graph, or a part of it, as a file. It is written while it is read, as fast as its reader takes it; a
 * file that could not be written whole ends with a broken connection, never with an end that looks like one.
 */
export function exportsRoute(options: ExportsOptions): Route {
  let running = 0;
  return {
    path: '/exports/*',
    methods: ['GET', 'HEAD'],
    access: 'read',
    async handle(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const format = formats.find((candidate) => pathname === `/exports/${fileOf(candidate)}`);
      if (!format) return refuse(response, noSuchFormat);
      if (running >= limits.exports) return refuse(response, tooMany);
      running += 1;
      try {
        await answerWith(response, options, { format, query: searchParams });
      } finally {
        running -= 1;
      }
    },
  };
}

interface Asked {
  readonly format: ExportFormat;
  readonly query: URLSearchParams;
}

async function answerWith(response: ServerResponse, options: ExportsOptions, asked: Asked): Promise<void> {
  const leaving = new AbortController();
  response.once('close', () => leaving.abort(new Error('Whoever asked for the export has left.')));
  const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(limits.exportMs)]);
  let begun: Begun | Refusal;
  try {
    begun = await begin(options, asked, signal);
  } catch (error) {
    if (!leaving.signal.aborted) refuse(response, refusalOf(error, options.log));
    return;
  }
  if ('status' in begun) return refuse(response, begun);
  const { part, chunks } = begun;
  response.writeHead(200, {
    'Content-Type': asked.format.mediaType,
    'Content-Disposition': `attachment; filename="${fileName(asked.format, part)}"`,
    'Cache-Control': 'no-store',
  });
  if (response.req.method === 'HEAD') {
    await chunks.return(undefined);
    response.end();
    return;
  }
  try {
    await pipeline(chunks, response);
  } catch (error) {
    // The pipeline has broken the connection, so that nobody takes what came for the whole.
    if (error === leaving.signal.reason || isClosing(error)) return;
    options.log.error({ err: error, format: asked.format.name }, 'An export ended before it was whole');
  }
}

/** The reader has closed the connection. */
function isClosing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

interface Begun {
  readonly part: LinkedPart;
  /** The first of them was made: what goes wrong until then is told as an error, and all of a small export is. */
  readonly chunks: AsyncGenerator<string>;
}

async function begin(
  { schema, createContext, store }: ExportsOptions,
  { format, query }: Asked,
  signal: AbortSignal,
): Promise<Begun | Refusal> {
  const { part: asked, raw } = readExportLink(query);
  const part = await linkedPart(createContext({ signal }), schema, asked);
  if (part === null) return noSuchArticle;
  const made = chunksOf(format.write(store, { part, raw, signal }));
  const first = await made.next();
  return { part: asked, chunks: startingWith(first.done ? '' : first.value, made) };
}

async function* startingWith(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Characters that are sent at once: pieces may be single nodes. */
const CHUNK = 64 * 1024;

async function* chunksOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function fileOf({ name, extension }: ExportFormat): string {
  return `${name}.${extension}`;
}

function fileName({ name, extension }: ExportFormat, part: LinkedPart): string {
  const of = part.kind === 'article' ? part.article : part.kind === 'subgraph' ? part.asked.seeds[0] : '';
  const words = ['claimgraph', slugOf(of ?? ''), name === extension ? '' : name];
  return `${words.filter((word) => word !== '').join('-')}.${extension}`;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 400,
  UNSUPPORTED_BY_STORE: 400,
  STORE_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 503,
};

function refusalOf(error: unknown, log: Log): Refusal {
  const told = maskError(log)(error);
  const extensions = told instanceof GraphQLError ? told.extensions : {};
  const code = extensions['code'] as ErrorCode;
  const { retryAfter } = extensions;
  return {
    status: statuses[code] ?? 500,
    code,
    message: told.message,
    ...(typeof retryAfter === 'number' ? { headers: { 'Retry-After': String(retryAfter) } } : {}),
  };
}

const noSuchFormat: Refusal = {
  status: 404,
  code: 'BAD_USER_INPUT',
  message: `There is no such export. Known: ${formats.map(fileOf).join(', ')}.`,
};

const noSuchArticle: Refusal = {
  status: 404,
  code: 'BAD_USER_INPUT',
  message: 'There is no article of this id in the graph.',
};

const tooMany: Refusal = {
  status: 503,
  code: 'RATE_LIMITED',
  message: `${limits.exports} exports are being written, and no more at once. Ask again when one is through.`,
  headers: { 'Retry-After': '10' },
};
