import type { ServerResponse } from 'node:http';

import type { ErrorCode } from '../graphql/base/errors.ts';

/** Sends a whole answer. */
export function answer(
  response: ServerResponse,
  status: number,
  { type, body }: { readonly type: string; readonly body: string },
): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

export function answerJson(response: ServerResponse, status: number, content: object): void {
  answer(response, status, { type: 'application/json; charset=utf-8', body: JSON.stringify(content) });
}

/** Why a request was turned away before GraphQL saw it. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  /** What was wrong and what to do. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refuses in the form of a GraphQL error, which every client of the API can read. */
export function refuse(response: ServerResponse, { status, code, message, headers }: Refusal): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  answerJson(response, status, { errors: [{ message, extensions: { code } }] });
}
