import { expect, test } from 'vitest';

import type { Claim } from './claim.ts';
import { conflictsOf } from './conflicts.ts';
import { decodeClaim } from './decode.ts';
import { parseVocabulary } from './vocabulary.ts';

const type = { caption: 'x', inverse: 'y', from: 'any', to: 'any' };
const vocabulary = parseVocabulary({
  entityTypes: {},
  endGroups: {},
  relationTypes: {
    SUPPORTS: type,
    OPPOSES: type,
    REJECTS_ORDERS_OF: type,
    GIVES_ORDERS_TO: type,
    ALLIED_WITH: { ...type, symmetric: true },
    ATTACKED: type,
    HOLDS_ROLE: type,
  },
  opposites: [
    { types: ['SUPPORTS'], against: ['OPPOSES'] },
    { types: ['REJECTS_ORDERS_OF'], against: ['GIVES_ORDERS_TO'], reversed: true },
    { types: ['ALLIED_WITH'], against: ['ATTACKED'] },
  ],
});

/** `a SUPPORTS b status=denied date=2030` as a claim of that text as its id. */
function claim(text: string): Claim {
  const [source, name = '', target, ...fields] = text.split(' ');
  const properties = Object.fromEntries(fields.map((field) => field.split('=')));
  const decoded = decodeClaim({
    source,
    type: name,
    target,
    properties: { status: 'asserted', ...properties, id: text },
  });
  if (!decoded) throw new Error(`"${text}" is no claim`);
  return decoded;
}

const found = (...texts: readonly string[]): readonly string[] =>
  conflictsOf({ claims: texts.map(claim), isAsked: ({ id }) => id === texts[0], vocabulary }).map(
    ({ kind, claim: one, against }) => `${kind}: ${one.id} / ${against.id}`,
  );

test.each([
  ['denied', 'a MET b', 'a MET b status=denied'],
  ['denied', 'a MET b status=denied', 'a MET b status=planned'],
  ['denied', 'a ALLIED_WITH b', 'b ALLIED_WITH a status=denied'],
  ['denied', 'a MET b date=2030', 'a MET b status=denied from=2030-05'],
  ['opposite', 'a SUPPORTS b', 'a OPPOSES b'],
  ['opposite', 'a OPPOSES b', 'a SUPPORTS b status=reported'],
  ['opposite', 'a REJECTS_ORDERS_OF b', 'b GIVES_ORDERS_TO a'],
  ['opposite', 'a ALLIED_WITH b', 'b ATTACKED a'],
  ['one-holder', 'a HOLDS_ROLE r from=2029 to=2030-06', 'b HOLDS_ROLE r date=2030-05'],
])('%s: %s / %s', (kind, one, against) => {
  expect(found(one, against)).toEqual([`${kind}: ${one} / ${against}`]);
});

test.each([
  ['a MET b', 'b MET a status=denied'],
  ['a MET b status=denied', 'a MET b status=denied x=1'],
  ['a MET b date=2029', 'a MET b status=denied date=2030'],
  ['a SUPPORTS b', 'b OPPOSES a'],
  ['a SUPPORTS b status=planned', 'a OPPOSES b'],
  ['a SUPPORTS b date=2029', 'a OPPOSES b date=2030'],
  ['a REJECTS_ORDERS_OF b', 'a GIVES_ORDERS_TO b'],
  ['a HOLDS_ROLE r', 'b HOLDS_ROLE r'],
  ['a HOLDS_ROLE r date=2030', 'a HOLDS_ROLE r date=2030-05'],
])('no conflict: %s / %s', (one, against) => {
  expect(found(one, against)).toEqual([]);
});

test('conflicts of others are not told', () => {
  expect(found('x MET y', 'a MET b', 'a MET b status=denied')).toEqual([]);
});
