import type { ArticleSummary, EntityRecord } from '../api/graph.ts';

interface Known {
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly articles: readonly ArticleSummary[];
  /** Words for an article without a title. */
  readonly untitled: (article: ArticleSummary) => string;
}

/** Name of an entity, else title of an article or what is known in its place, else the id. */
export function nameOf(id: string, { entities, articles, untitled }: Known): string {
  const entity = entities.get(id);
  if (entity) return entity.name;
  const article = articles.find((each) => each.id === id);
  return article ? (article.title ?? untitled(article)) : id;
}
