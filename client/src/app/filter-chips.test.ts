import { expect, it } from 'vitest';

import { filterChips } from './filter-chips.ts';

const vocabulary = { entityTypes: new Map(), relationTypes: new Map() };

it('names what is switched off and what it costs, also when nothing of it is on the canvas', () => {
  const chips = filterChips(
    { entityTypes: ['Person'], statuses: ['OPINION'], support: [], speakers: ['gone'] },
    {
      vocabulary,
      legend: {
        entities: [{ key: 'Person', type: 'Person', anonymous: false, count: 2, claims: 7, off: true }],
        statuses: [{ key: 'OPINION', count: 5, claims: 5, off: true }],
        support: [],
        speakers: [],
        totals: { entities: 2, relations: 3, claims: 7, articles: 1 },
      },
    },
  );
  expect(chips.map(({ block, label, claims }) => [block, label, claims])).toEqual([
    ['entityTypes', 'Person', 7],
    ['statuses', 'Opinion', 5],
    ['speakers', 'gone', 0],
  ]);
});
