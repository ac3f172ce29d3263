import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import { articleFields, claimFields, speakerFields } from './fragments.ts';
import type { ArticleRecord, ClaimRecord } from './graph.ts';
import { toClaim } from './records.ts';
import type { Transport } from './transport.ts';

export const articleDocument = graphql(
  `
    query Article($id: ID!) {
      article(id: $id) {
        ...ArticleFields
        text
        mentions(first: 100) {
          nodes {
            ...SpeakerFields
            aliases
          }
        }
      }
    }
  `,
  [articleFields, speakerFields],
);

export const articleClaimsDocument = graphql(
  `
    query ArticleClaims($id: ID!, $after: String) {
      article(id: $id) {
        claims(first: 100, after: $after) {
          nodes {
            ...ClaimFields
            relation {
              id
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [claimFields],
);

export interface ArticleQuestion {
  readonly id: string;
  readonly signal: AbortSignal;
}

/** An article with its text and all its claims in the order of the text. Rejects with NOT_FOUND. */
export async function fetchArticle(
  transport: Transport,
  { id, signal }: ArticleQuestion,
): Promise<ArticleRecord> {
  const [{ article }, claims] = await Promise.all([
    transport.ask({ document: articleDocument, variables: { id }, signal }),
    fetchArticleClaims(transport, { id, signal }),
  ]);
  if (!article) throw new ApiError({ code: 'NOT_FOUND', message: `No article has the id ${id}.` });
  return {
    ...article,
    textHeld: article.text !== null,
    claims,
    mentions: article.mentions?.nodes ?? [],
  };
}

async function fetchArticleClaims(
  transport: Transport,
  { id, signal }: ArticleQuestion,
): Promise<readonly ClaimRecord[]> {
  const claims: ClaimRecord[] = [];
  let after: string | null = null;
  do {
    const page: ClaimPage = await fetchClaimPage(transport, { id, signal, after });
    claims.push(...page.claims);
    after = page.next;
  } while (after !== null);
  return claims;
}

interface ClaimPage {
  readonly claims: readonly ClaimRecord[];
  readonly next: string | null;
}

async function fetchClaimPage(
  transport: Transport,
  { id, signal, after }: ArticleQuestion & { readonly after: string | null },
): Promise<ClaimPage> {
  const { article } = await transport.ask({
    document: articleClaimsDocument,
    variables: { id, after },
    signal,
  });
  const page = article?.claims;
  if (!page) return { claims: [], next: null };
  return {
    claims: page.nodes.map(({ relation, ...claim }) => toClaim(claim, relation.id)),
    next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
  };
}
