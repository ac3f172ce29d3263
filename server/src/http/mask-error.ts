import { randomUUID } from 'node:crypto';

import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

import { fromStoreError } from '../graphql/base/errors.ts';
import { StoreError } from '../store/store-error.ts';
import type { Log } from './log.ts';

/**
 * Decides what of an error a client sees. Errors that were made for clients pass, with a code; anything
 * else is logged whole under a number, and the client gets the number.
 */
export function maskError(log: Log): (error: unknown) => Error {
  return (error) => {
    const expected = madeForClients(error) ?? madeOfStoreError(error);
    if (expected) return withCode(expected);
    const id = randomUUID().slice(0, 8);
    const place = error instanceof GraphQLError ? error : undefined;
    log.error({ id, err: place?.originalError ?? error, path: place?.path }, 'A query failed unexpectedly');
    return new GraphQLError(
      `Something went wrong in the server, which is not your query's fault. Its log has the details under ${id}.`,
      {
        ...placeOf(place),
        extensions: { code: 'INTERNAL_SERVER_ERROR', id },
      },
    );
  };
}

/**
 * A GraphQLError that was thrown as such, however often it was wrapped on its way. One without a code
 * that stands at a place in the answer is not among them: the value of a resolver did not fit its type.
 */
function madeForClients(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError)) return null;
  const { originalError, extensions, path } = error;
  if (extensions['code'] === undefined && path !== undefined) return null;
  return originalError ? madeForClients(originalError) && error : error;
}

/** What the store could not do is told to the client where its user can do something about it. */
function madeOfStoreError(error: unknown): GraphQLError | null {
  const place = error instanceof GraphQLError ? error : undefined;
  const cause = place?.originalError ?? error;
  const told = cause instanceof StoreError ? fromStoreError(cause) : null;
  return told && new GraphQLError(told.message, { ...placeOf(place), extensions: told.extensions });
}

/** Where in the document and in the answer it happened. */
function placeOf(error: GraphQLError | undefined): Pick<GraphQLErrorOptions, 'nodes' | 'path'> {
  return { nodes: error?.nodes ?? null, path: error?.path ?? null };
}

/** Only the library's own coercion errors come without a code. */
function withCode(error: GraphQLError): GraphQLError {
  error.extensions['code'] ??= 'BAD_USER_INPUT';
  return error;
}
