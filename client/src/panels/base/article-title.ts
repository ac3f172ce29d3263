import type { ArticleSummary } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';

const longestStandIn = 90;

/** The title, else the first words of the text, cut at a word; null when there are neither. */
export function articleTitle(article: { readonly title: string | null; readonly text?: string | null }): {
  readonly title: string;
  readonly standsIn: boolean;
} | null {
  if (article.title) return { title: article.title, standsIn: false };
  const words = (article.text ?? '')
    .replace(/^\s*date \d{4}-\d{2}-\d{2}\s*/, '')
    .trim()
    .split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title && title.length + word.length + 1 > longestStandIn)
      return { title: `${title}…`, standsIn: true };
    title = title ? `${title} ${word}` : word;
  }
  return title ? { title, standsIn: true } : null;
}

/** A name for an article where its text is not at hand: the title, else what is known in its place. */
export function articleName(article: ArticleSummary): string {
  const { title, publisher, publishedAt } = article;
  return title ?? en.panels.article.untitled(publisher, publishedAt && en.dateWords(publishedAt));
}

const longestInRow = 40;

/** A name for an article that fits into a row: cut between words. */
export function articleShortName(article: ArticleSummary): string {
  const name = articleName(article);
  if (name.length <= longestInRow) return name;
  return `${name.slice(0, longestInRow).replace(/\s+\S*$/, '')}…`;
}
