import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import type { StoreTotals } from './graph.ts';
import type { Transport } from './transport.ts';

export const statisticsDocument = graphql(`
  query Statistics {
    statistics {
      entities
      relations
      claims
      articles
    }
  }
`);

/** How much the store holds. */
export async function fetchStatistics(transport: Transport, signal: AbortSignal): Promise<StoreTotals> {
  const { statistics } = await transport.ask({ document: statisticsDocument, variables: {}, signal });
  if (!statistics)
    throw new ApiError({ code: 'BAD_ANSWER', message: 'The server answered without its counts.' });
  return statistics;
}
