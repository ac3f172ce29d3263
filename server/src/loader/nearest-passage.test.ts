import { expect, test } from 'vitest';

import { passageFinder } from './nearest-passage.ts';

const text = 'The port was quiet. Ruiz has run the port since March, they say; the port is hers.';

test.each([
  ['Ruiz has run the harbour since March', 'Ruiz has run the port since March,', 'harbour', 'port'],
  ['ruiz HAS run the port since march', 'Ruiz has run the port since March,', '', ''],
  ['Ruiz had run the port', 'Ruiz has run the port', 'had', 'has'],
  ['the port is hers since March', 'the port is hers.', 'since', ''],
])('%s', (quote, ...expected) => {
  const [passage, quoted, printed] = expected;
  expect(passageFinder(text)(quote)).toEqual({ passage, quoted, printed });
});

test('nothing alike', () => {
  expect(passageFinder(text)('Nobody wrote any such words')).toBeNull();
  expect(passageFinder('')('Ruiz')).toBeNull();
});
