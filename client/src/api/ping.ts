import { graphql } from './document.ts';
import type { Transport } from './transport.ts';

export const pingDocument = graphql(`
  query Ping {
    __typename
  }
`);

/** Resolves when the server answers; rejects with ApiError. */
export async function ping(transport: Transport, signal: AbortSignal): Promise<void> {
  await transport.ask({ document: pingDocument, variables: {}, signal });
}
