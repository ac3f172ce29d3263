import { expect, test } from 'vitest';

import { news } from './news.ts';

const strike = {
  action: 'LOAD',
  by: 'ana',
  path: 'articles/2030-05-03-strike.cypher',
  articleId: '2030-05-03-strike',
  article: null,
  added: 3,
  changed: 0,
  removed: 0,
  newEntities: 0,
  backedCount: 1,
  backed: [{ originsAfter: 2 }],
  contradictedCount: 1,
} as const;

test('one load is told with what it backs and contradicts', () => {
  expect(`${news.title([strike])} ${news.detail([strike])}`).toBe(
    '2030-05-03-strike loaded by ana: 3 new claims, 1 relation now has a second origin, 1 contradiction.',
  );
});

test('several are told together', () => {
  const port = {
    ...strike,
    by: 'ben',
    articleId: '2030-05-02-port',
    article: { title: 'A port' },
    added: 0,
    changed: 1,
    newEntities: 2,
  };
  const backed = { backedCount: 2, backed: [{ originsAfter: 2 }, { originsAfter: 4 }] };
  expect(`${news.title([strike, port])} ${news.detail([strike, { ...port, ...backed }])}`).toBe(
    '2030-05-03-strike and A port loaded by ana and ben: ' +
      '3 new claims, 1 claim changed, 2 new entities, 3 relations now have more origins, 2 contradictions.',
  );
});

test('what was taken out is told as that, and what shows nothing says so', () => {
  const quiet = { ...strike, added: 0, backedCount: 0, backed: [], contradictedCount: 0 };
  const out = { ...quiet, action: 'UNLOAD', removed: 3 } as const;
  expect(`${news.title([out])} ${news.detail([out])}`).toBe(
    '2030-05-03-strike taken out by ana: 3 claims removed.',
  );
  const titled = { ...quiet, article: { title: 'A strike' } };
  expect(news.title([titled, out])).toBe('A strike loaded and taken out by ana:');
  expect(news.detail([quiet])).toBe('nothing that shows here.');
});
