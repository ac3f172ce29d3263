import type { ResultOf } from 'gql.tada';

import { graphql } from './document.ts';
import type { SearchAnswer, SearchHit } from './graph.ts';
import type { Transport } from './transport.ts';

export const searchDocument = graphql(`
  query Search($text: String!) {
    search(query: $text, in: [ENTITIES, QUOTES, ARTICLES], first: 20) {
      totalCount
      edges {
        field
        snippet
        distance
        highlights {
          start
          end
        }
        node {
          __typename
          id
          ... on Entity {
            name
            type
            anonymous
          }
          ... on Claim {
            status
            quote
            relation {
              id
              caption
              source {
                id
                name
              }
              target {
                id
                name
              }
            }
          }
          ... on Article {
            title
          }
        }
      }
    }
  }
`);

type SearchEdge = NonNullable<ResultOf<typeof searchDocument>['search']>['edges'][number];

/** The 20 best hits among names, quotes and articles. */
export async function fetchSearch(
  transport: Transport,
  { text, signal }: { readonly text: string; readonly signal: AbortSignal },
): Promise<SearchAnswer> {
  const { search } = await transport.ask({ document: searchDocument, variables: { text }, signal });
  const hits = (search?.edges ?? []).map(toHit);
  return { hits, totalCount: search?.totalCount ?? hits.length };
}

function toHit({ node, ...match }: SearchEdge): SearchHit {
  if ('name' in node) {
    const { id, name, type, anonymous } = node;
    return { ...match, kind: 'entity', id, text: name, entity: { name, type, anonymous }, claim: null };
  }
  if ('relation' in node) {
    const { id: relationId, caption, source, target } = node.relation;
    const sentence = `${source.name} ${caption} ${target.name}`;
    const claim = { status: node.status, relationId, sourceId: source.id, targetId: target.id, sentence };
    return { ...match, kind: 'claim', id: node.id, text: node.quote ?? match.snippet, entity: null, claim };
  }
  const title = 'title' in node ? node.title : null;
  return { ...match, kind: 'article', id: node.id, text: title ?? match.snippet, entity: null, claim: null };
}
