import type { ArticleQuestion } from './article.ts';
import { graphql } from './document.ts';
import type { Transport } from './transport.ts';

export const articleTextDocument = graphql(`
  query ArticleText($id: ID!) {
    article(id: $id) {
      text
    }
  }
`);

/** The text of an article alone; null where it is not held, and of an article that is not there. */
export async function fetchArticleText(
  transport: Transport,
  { id, signal }: ArticleQuestion,
): Promise<string | null> {
  const { article } = await transport.ask({ document: articleTextDocument, variables: { id }, signal });
  return article?.text ?? null;
}
