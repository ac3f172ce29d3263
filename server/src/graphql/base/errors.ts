import { GraphQLError } from 'graphql';

import type { StoreError } from '../../store/store-error.ts';

/** Every code that an error of the API may carry in `extensions.code`. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'INTERNAL_SERVER_ERROR',
  'INVALID_CURSOR',
  'LIMIT_EXCEEDED',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_COSTLY',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'STORE_UNAVAILABLE',
  'UNSUPPORTED_BY_STORE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error made for the client: what is wrong and what to do, with its code. */
export function requestError(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details } });
}

export interface ExceededLimit {
  /** Name of the argument or of what was counted. */
  readonly limit: string;
  readonly value: number;
  readonly max: number;
  /** What to do instead, as a sentence. */
  readonly remedy: string;
}

/** Too much was asked for. Names both numbers. */
export function limitExceeded({ limit, value, max, remedy }: ExceededLimit): GraphQLError {
  return requestError('LIMIT_EXCEEDED', `${limit} is ${value}, and at most ${max} is allowed. ${remedy}`, {
    limit,
    value,
    max,
  });
}

/** What a client is told of a store's failure, or null where it is a fault of ours that has to be masked and logged. */
export function fromStoreError(error: StoreError): GraphQLError | null {
  const { code, message, hint } = error;
  const told = [message, hint].filter((part) => part !== undefined).join(' ');
  switch (code) {
    case 'UNAVAILABLE':
    case 'UNAUTHENTICATED':
    case 'HELD':
    case 'CLOSED':
      return storeFailure('STORE_UNAVAILABLE', told, { cause: error, retryAfter: 5 });
    case 'CONFLICT':
      return storeFailure('STORE_UNAVAILABLE', told, { cause: error, retryAfter: 1 });
    case 'TIMEOUT':
      return storeFailure('DEADLINE_EXCEEDED', told, { cause: error });
    case 'NOT_SUPPORTED':
      return storeFailure('UNSUPPORTED_BY_STORE', told, { cause: error });
    case 'BAD_VALUE':
      return storeFailure('BAD_USER_INPUT', told, { cause: error });
    case 'BAD_STATEMENT':
    case 'CONSTRAINT':
    case 'DAMAGED':
    case 'FAILED':
    case 'READ_ONLY':
    case 'FORBIDDEN':
      return null;
  }
}

interface FailureDetails {
  readonly cause: StoreError;
  /** Seconds. */
  readonly retryAfter?: number;
}

function storeFailure(code: ErrorCode, message: string, { cause, ...details }: FailureDetails): GraphQLError {
  // Not `originalError`: that is for errors that were not made for clients.
  return Object.assign(requestError(code, message, details), { cause });
}
