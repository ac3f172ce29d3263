/** Codes that the server sends, as docs/api.md lists them. */
const serverCodes = [
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
  'STORE_UNAVAILABLE',
  'UNSUPPORTED_BY_STORE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
] as const;

/**
 * `UNREACHABLE`: no answer came. `BAD_ANSWER`: one came that is not GraphQL, or that has a code we do not know.
 * `CANCELLED`: the asker gave up. `NOT_FOUND`: the id names nothing. The others come from the server.
 */
export type ApiErrorCode =
  | (typeof serverCodes)[number]
  | 'UNREACHABLE'
  | 'BAD_ANSWER'
  | 'CANCELLED'
  | 'NOT_FOUND';

export interface ApiErrorDetails {
  readonly code: ApiErrorCode;
  readonly message: string;
  /** Id under which the server has logged it. */
  readonly reference?: string | null;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}

/** Why a question to the server has no answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly reference: string | null;
  readonly retryAfter: number | null;

  constructor({ code, message, reference = null, retryAfter = null, cause }: ApiErrorDetails) {
    super(message, { cause });
    this.code = code;
    this.reference = reference;
    this.retryAfter = retryAfter;
  }

  /** True when no answer came at all: the server or the way to it is down. */
  get offline(): boolean {
    return this.code === 'UNREACHABLE';
  }
}

/** The code as this client knows it. */
export function toApiErrorCode(code: unknown): ApiErrorCode {
  return serverCodes.find((known) => known === code) ?? 'BAD_ANSWER';
}
