import { listed } from './listed.ts';

/** Sentences of what is under way. */
export const activities = {
  start: 'Fetching the latest article',
  openArticle: (article: string) => `Opening ${article}`,
  add: (names: readonly string[]) => `Adding ${listed(names)}`,
  expand: (name: string) => `Expanding ${name}`,
  readArticle: (article: string) => `Fetching the text of ${article}`,
  revealClaim: 'Fetching the claim',
  showNews: 'Fetching what came in',
  arrange: 'Arranging the canvas',
};
