import type { ArticleId, EntityId } from './ids.ts';

/** An article, or a report that is known of but not held (then text is null). */
export interface Article {
  readonly id: ArticleId;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly outlet: EntityId | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly text: string | null;
  readonly basedOn: ArticleId | null;
}
