import type { LoadedArticle } from '../loaded-article.ts';
import type { Finding } from '../script-problem.ts';

/** Judges what an article's script made. Pure: it sees the graph as it is before the transaction ends. */
export interface Check {
  readonly name: string;
  readonly find: (loaded: LoadedArticle) => readonly Finding[];
}
