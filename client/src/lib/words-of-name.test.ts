import { expect, test } from 'vitest';

import { wordsOfName } from './words-of-name.ts';

test.each([
  ['GIVES_ORDERS_TO', 'gives orders to'],
  ['TradeUnion', 'trade union'],
  ['País', 'país'],
  ['', ''],
])('%s is read as "%s"', (name, words) => {
  expect(wordsOfName(name)).toBe(words);
});
