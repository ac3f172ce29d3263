import { graphql } from './document.ts';
import { articleFields } from './fragments.ts';
import type { ArticleSummary } from './graph.ts';
import { toArticleSummary } from './records.ts';
import type { Transport } from './transport.ts';

export const articlesDocument = graphql(
  `
    query Articles {
      articles(first: 20) {
        nodes {
          ...ArticleFields
          claims(first: 1) {
            nodes {
              quotePlaces {
                start
                end
              }
            }
          }
        }
      }
    }
  `,
  [articleFields],
);

/** The 20 latest articles, latest first. */
export async function fetchArticles(
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly ArticleSummary[]> {
  const { articles } = await transport.ask({ document: articlesDocument, variables: {}, signal });
  return (articles?.nodes ?? []).map(({ claims, ...article }) =>
    toArticleSummary(article, claims?.nodes[0]?.quotePlaces ?? []),
  );
}
