import { dateWords } from './date-words.ts';
import { listed } from './listed.ts';

/** Each step in one line, for the toast and the list of steps. */
export const steps = {
  openArticle: (article: string, entities: number) => `Opened ${article}: ${counted(entities, 'entity')}`,
  add: (names: readonly string[]) => `Added ${listed(names)}`,
  expand: (name: string, entities: number) => `Expanded ${name}: ${counted(entities, 'new entity')}`,
  collapse: (name: string, entities: number) => `Collapsed ${name}: ${counted(entities, 'entity')} hidden`,
  hide: (names: readonly string[]) => `Hid ${listed(names)}`,
  move: (names: readonly string[]) => `Moved ${listed(names)}`,
  arrange: (entities: number) => `Arranged ${counted(entities, 'entity')}`,
  pin: (names: readonly string[]) => `Pinned ${listed(names)}`,
  unpin: (names: readonly string[]) => `Unpinned ${listed(names)}`,
  filter: (off: number) => (off === 0 ? 'Switched everything on' : `Filtered: ${counted(off, 'kind')} off`),
  clear: 'Cleared the canvas',

  /** An article without a title, such as "the CNN article of 27 Jan 2026". */
  untitled: ({ publisher, publishedAt }: { publisher: string | null; publishedAt: string | null }) =>
    ['the', publisher, 'article', publishedAt && `of ${dateWords(publishedAt)}`].filter(Boolean).join(' '),
  undone: (step: string) => `Undone: ${step}`,
  redone: (step: string) => `Done again: ${step}`,
  nothingNew: (name: string) => `${name} has no other neighbours to bring in`,
  nothingTied: (name: string) => `Nothing on the canvas is tied to ${name} alone`,
  nothingNewFrom: (article: string) => `Everything that ${article} tells of is on the canvas`,
};

function counted(count: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
