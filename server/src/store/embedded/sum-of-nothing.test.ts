import { expect, it } from 'vitest';

import { sumsOfNothing } from './sum-of-nothing.ts';

it.each([
  ['RETURN sum(n.x) AS s', 'RETURN coalesce(sum(n.x), 0) AS s'],
  ['WITH sum(size(l)) + sum (x) AS s', 'WITH coalesce(sum(size(l)), 0) + coalesce(sum (x), 0) AS s'],
])('gives %j its 0', (cypher, written) => {
  expect(sumsOfNothing(cypher)).toBe(written);
});

it.each([['RETURN sum(n.x), n.y'], ['RETURN n.sum AS s'], ["RETURN 'sum(x) AS y' AS z"]])(
  'leaves %j alone',
  (cypher) => {
    expect(sumsOfNothing(cypher)).toBe(cypher);
  },
);
