import type { IncomingMessage, ServerResponse } from 'node:http';

/** One thing the server serves. The list is routes.ts. */
export interface Route {
  /** Path without query. One that ends with `/*` takes everything below it. */
  readonly path: string;
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'OPTIONS')[];
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}
