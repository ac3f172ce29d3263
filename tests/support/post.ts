import type { QueryAnswer } from './app.ts';

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly answer: QueryAnswer;
}

export interface Asking {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** What stands behind the path, with its question mark. */
  readonly search?: string;
}

/** Asks the API as a program does that looks at status and headers. */
export async function post(
  url: string,
  { query, variables, headers = {}, search = '' }: Asking,
): Promise<Posted> {
  const response = await fetch(`${url}/graphql${search}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    headers: response.headers,
    answer: (await response.json()) as QueryAnswer,
  };
}

export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
