import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Who may ask: everybody; whoever may read, which takes a token where the server has one for it; the
 * command line of the same user.
 */
export type Access = 'open' | 'read' | 'jobs';

/** What the token of a request allows. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  /** It sent a token that the server holds. */
  readonly recognised: boolean;
}

/** One thing the server serves. The list is routes.ts. */
export interface Route {
  /** Path without query. One that ends with `/*` takes everything below it. */
  readonly path: string;
  readonly methods: readonly ('GET' | 'HEAD' | 'POST')[];
  /** The server sees to it before the route is asked. */
  readonly access: Access | ((request: IncomingMessage) => Access);
  handle(request: IncomingMessage, response: ServerResponse, rights: Rights): void | Promise<void>;
}
