import { describe, expect, it } from 'vitest';

import type { ArticleSummary, SearchHit } from '../../api/graph.ts';
import type { Command } from '../../commands/command.ts';
import { snippetParts } from './snippet-parts.ts';
import { suggestionGroups } from './suggestions.ts';

const hit = (kind: SearchHit['kind'], id: string): SearchHit => ({
  kind,
  id,
  text: id,
  entity: null,
  claim: null,
  field: 'name',
  snippet: id,
  highlights: [],
  distance: 0,
});

const command = (id: string, title: string): Command => ({
  id,
  group: 'view',
  title,
  icon: 'search',
  keys: [],
  when: () => true,
  run: () => undefined,
});

const article: ArticleSummary = {
  id: 'held',
  title: 'Held',
  publisher: null,
  url: null,
  publishedAt: null,
  basedOn: null,
  textHeld: true,
};

const sources = {
  articles: [article, { ...article, id: 'stub', textHeld: false }],
  commands: [command('fit', 'Fit all'), command('arrange', 'Arrange all anew')],
};

const shape = (groups: ReturnType<typeof suggestionGroups>) =>
  groups.map(({ kind, items }) => [kind, items.map(({ id }) => id)]);

describe('suggestions', () => {
  it('come in groups of a fixed order, the server’s order inside a group', () => {
    const answer = { hits: [hit('claim', 'c1'), hit('entity', 'e1'), hit('claim', 'c2')], totalCount: 3 };
    expect(shape(suggestionGroups({ ...sources, query: 'all an', answer }))).toEqual([
      ['entity', ['e1']],
      ['claim', ['c1', 'c2']],
      ['command', ['arrange']],
    ]);
  });

  it('put claims with the same quote together, and say which only repeat it', () => {
    const quoting = (id: string, text: string) => ({ ...hit('claim', id), text });
    const answer = { hits: [quoting('a', 'one'), quoting('b', 'two'), quoting('c', 'one')], totalCount: 3 };
    const [claims] = suggestionGroups({ ...sources, query: 'x', answer });
    expect(claims?.items).toMatchObject([
      { id: 'a', sameQuote: false },
      { id: 'c', sameQuote: true },
      { id: 'b', sameQuote: false },
    ]);
  });

  it('without a query are the articles that can be read, and commands', () => {
    expect(shape(suggestionGroups({ ...sources, query: ' ', answer: null }))).toEqual([
      ['article', ['held']],
      ['command', ['fit', 'arrange']],
    ]);
  });
});

it('cuts a snippet at its highlights and loses no letter', () => {
  const parts = snippetParts('Rodríguez greeted Ratcliffe', [
    { start: 18, end: 27 },
    { start: 0, end: 9 },
  ]);
  expect(parts).toEqual([
    { text: 'Rodríguez', hit: true },
    { text: ' greeted ', hit: false },
    { text: 'Ratcliffe', hit: true },
  ]);
});
