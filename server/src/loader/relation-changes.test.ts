import fc from 'fast-check';
import { expect, test } from 'vitest';

import { claimStatuses } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import { decodeClaim } from '../model/decode.ts';
import { parseVocabulary } from '../model/vocabulary.ts';
import { relationChanges } from './relation-changes.ts';
import type { Moment } from './relation-changes.ts';

const type = { caption: 'x', inverse: 'y', from: 'any', to: 'any' };
const vocabulary = parseVocabulary({
  entityTypes: {},
  endGroups: {},
  relationTypes: { SUPPORTS: type, OPPOSES: type },
  opposites: [{ types: ['SUPPORTS'], against: ['OPPOSES'] }],
});

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Claims of an article among three entities, with few different speakers, dates and statuses. */
function claimsOf(article: string) {
  const claim = fc.record({
    source: pick('a', 'b'),
    type: pick('SUPPORTS', 'OPPOSES'),
    target: pick('b', 'c'),
    status: pick(...claimStatuses),
    speaker: pick('ana', 'ben', 'voice'),
    date: pick('2029', '2030', null),
    disputes: fc.array(pick('one/0', 'one/1', 'two/0', 'two/1'), { maxLength: 1 }),
  });
  return fc.array(claim, { maxLength: 4 }).map((claims) =>
    claims.flatMap(({ source, type: name, target, speaker, ...properties }, index) => {
      const all = { ...properties, id: `${article}/${index}`, article, attributedTo: [speaker] };
      return decodeClaim({ source, type: name, target, properties: all }) ?? [];
    }),
  );
}

const provenance: Moment['provenance'] = {
  speaker: (id) => ({ id, anonymous: false, labels: id === 'voice' ? ['Voice'] : ['Person'] }),
  article: (id) => ({ id, outlet: null, basedOn: null }),
};

const compare = (before: readonly Claim[], after: readonly Claim[], others: readonly Claim[]) =>
  relationChanges({
    before: { own: before, provenance },
    after: { own: after, provenance },
    others,
    disputesOfOthers: others.filter(({ disputes }) => disputes.length > 0),
    keysOfOthers: new Map(others.map(({ id, key }) => [id, key])),
    vocabulary,
  });

test('where nothing changed, nothing is backed and nothing contradicted', () => {
  fc.assert(
    fc.property(claimsOf('one'), claimsOf('two'), (own, others) => {
      expect(compare(own, own, others)).toMatchObject({ backed: [], contradicted: [] });
    }),
  );
});

test('what is backed rests on more origins than before, and what is contradicted has a claim of this load', () => {
  fc.assert(
    fc.property(claimsOf('one'), claimsOf('one'), claimsOf('two'), (before, after, others) => {
      const { backed, contradicted } = compare(before, after, others);
      for (const { originsBefore, originsAfter } of backed)
        expect(originsAfter).toBeGreaterThan(originsBefore);
      const own = new Set<string>(after.map(({ id }) => id));
      expect(contradicted.every(({ claim }) => own.has(claim))).toBe(true);
      const pairs = contradicted.map(({ claim, against }) => [claim, against].toSorted().join(' '));
      expect(new Set(pairs).size).toBe(pairs.length);
    }),
  );
});
