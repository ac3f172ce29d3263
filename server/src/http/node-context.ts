import type { IncomingMessage, ServerResponse } from 'node:http';

/** What yoga puts into the context of a request that came over Node's HTTP; none of it is there otherwise. */
export interface NodeContext {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
}
