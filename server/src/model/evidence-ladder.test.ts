import { expect, it } from 'vitest';

import type { Claim, ClaimStatus } from './claim.ts';
import { supportOf } from './evidence-ladder.ts';
import { articleId, claimId, entityId } from './ids.ts';
import type { OriginId } from './origin.ts';
import type { WeighedClaim } from './relation.ts';

function weighed(status: ClaimStatus | null, origin: string): WeighedClaim {
  const claim: Claim = {
    id: claimId(`${origin}/${status}`),
    key: { source: entityId('a'), type: 'T', target: entityId('b') },
    article: articleId(origin),
    status,
    quote: 'it is so',
    prefix: null,
    attributedTo: [],
    disputes: [],
    date: null,
    from: null,
    to: null,
    dateText: null,
    note: null,
    properties: {},
  };
  return { claim, origin: origin as OriginId };
}

it.each<[string, readonly WeighedClaim[], { rung: number; origins: number }]>([
  ['asserted by two origins', [weighed('asserted', 'x'), weighed('asserted', 'y')], { rung: 5, origins: 2 }],
  ['asserted by one, twice', [weighed('asserted', 'x'), weighed('asserted', 'x')], { rung: 4, origins: 1 }],
  [
    'asserted once, reported by others',
    [weighed('reported', 'y'), weighed('asserted', 'x')],
    { rung: 4, origins: 1 },
  ],
  ['reported by two', [weighed('reported', 'x'), weighed('reported', 'y')], { rung: 3, origins: 2 }],
  ['reported by one', [weighed('reported', 'x')], { rung: 2, origins: 1 }],
  ['without a status', [weighed(null, 'x')], { rung: 2, origins: 1 }],
  ['planned and predicted', [weighed('planned', 'x'), weighed('predicted', 'y')], { rung: 1, origins: 2 }],
  ['opinions', [weighed('opinion', 'x')], { rung: 0, origins: 1 }],
  ['denials alone', [weighed('denied', 'x')], { rung: 0, origins: 0 }],
  ['nothing', [], { rung: 0, origins: 0 }],
])('claims %s reach their rung of the ladder', (_, claims, support) => {
  expect(supportOf(claims, 'SINGLE_ORIGIN')).toEqual(support);
  expect(supportOf(claims, 'DISPUTED')).toEqual({ ...support, rung: Math.max(0, support.rung - 1) });
});
