import type { ResultOf } from 'gql.tada';

import { graphql } from './document.ts';
import type { Transport } from './transport.ts';

export const changeFields = graphql(`
  fragment ChangeFields on Change {
    sequence
    action
    by
    path
    articleId
    article {
      title
    }
    added
    changed
    removed
    addedClaims
    changedClaims
    addedEntities
    addedEntityCount
    backedCount
    backed {
      id
      originsAfter
    }
    contradictedCount
    contradicted {
      relationId
      againstRelationId
    }
  }
`);

export const changesDocument = graphql(
  `
    query Changes($since: Int!) {
      graphId
      changes(since: $since) {
        nodes {
          ...ChangeFields
        }
      }
      latest: changes(first: 1) {
        nodes {
          sequence
        }
      }
    }
  `,
  [changeFields],
);

export const lastChangeDocument = graphql(`
  query LastChange {
    graphId
    changes(first: 1) {
      nodes {
        sequence
      }
    }
  }
`);

export const graphChangedDocument = graphql(`
  subscription GraphChanged($since: Int!) {
    graphChanged(since: $since) {
      sequence
    }
  }
`);

export const claimPlacesDocument = graphql(`
  query ClaimPlaces($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Claim {
        relation {
          id
        }
      }
    }
  }
`);

/** What one load or unload did to the graph. Its lists hold at most 500 items, its numbers count all. */
export type ChangeRecord = Omit<ResultOf<typeof changeFields>, 'addedEntities' | 'addedEntityCount'> & {
  /** Without the article's own voice, which every article brings. */
  readonly newEntities: number;
};

function toChange({
  addedEntities,
  addedEntityCount,
  ...change
}: ResultOf<typeof changeFields>): ChangeRecord {
  const own = addedEntities.includes(`voice-${change.articleId}`) ? 1 : 0;
  return { ...change, newEntities: addedEntityCount - own };
}

/** Where a graph stands: its id, null where it has none, and the number of its last change, 0 before the first. */
export interface GraphState {
  readonly graphId: string | null;
  readonly last: number;
}

export interface ChangesQuestion {
  /** Number of the last change that is known. */
  readonly since: number;
  readonly signal: AbortSignal;
}

/** The latest 20 changes behind one, oldest first, and where the graph stands. */
export async function fetchChanges(
  transport: Transport,
  { since, signal }: ChangesQuestion,
): Promise<GraphState & { readonly changes: readonly ChangeRecord[] }> {
  const { graphId, changes, latest } = await transport.ask({
    document: changesDocument,
    variables: { since },
    signal,
  });
  return {
    changes: (changes?.nodes ?? []).map(toChange).toReversed(),
    graphId,
    last: latest?.nodes[0]?.sequence ?? 0,
  };
}

/** Where the graph stands. */
export async function fetchGraphState(transport: Transport, signal: AbortSignal): Promise<GraphState> {
  const { graphId, changes } = await transport.ask({ document: lastChangeDocument, variables: {}, signal });
  return { graphId, last: changes?.nodes[0]?.sequence ?? 0 };
}

/** Resolves as soon as there is a change behind one, or the server ends the waiting; rejects with ApiError. */
export async function nextChange(transport: Transport, { since, signal }: ChangesQuestion): Promise<void> {
  await transport.waitFor({ document: graphChangedDocument, variables: { since }, signal });
}

/** The relations that claims belong to, each once; claims that are gone are left out. */
export async function fetchRelationIds(
  transport: Transport,
  { claims, signal }: { readonly claims: readonly string[]; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const { nodes } = await transport.ask({
    document: claimPlacesDocument,
    variables: { ids: [...claims] },
    signal,
  });
  return [...new Set(nodes.flatMap((node) => (node && 'relation' in node ? [node.relation.id] : [])))];
}
