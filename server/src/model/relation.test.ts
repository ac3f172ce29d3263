import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Claim, claimStatuses } from './claim.ts';
import type { Disputes } from './disputes.ts';
import { articleId, type ClaimId, claimId, entityId } from './ids.ts';
import { relationOf, type WeighedClaim } from './relation.ts';

const key = { source: entityId('ruiz'), type: 'CONTROLS', target: entityId('port') };

function claim(id: string, fields: Partial<Claim> = {}): Claim {
  return {
    id: claimId(id),
    key,
    article: articleId('port-story'),
    status: 'asserted',
    quote: 'Ruiz has run the port since March',
    prefix: null,
    attributedTo: [],
    disputes: [],
    date: null,
    from: null,
    to: null,
    dateText: null,
    note: null,
    properties: {},
    ...fields,
  };
}

const weighed = (id: string, origin: string | null, fields: Partial<Claim> = {}): WeighedClaim => ({
  claim: claim(id, fields),
  origin: origin === null ? null : entityId(origin),
});

/** Disputes among these claims, and claims of other relations that dispute or are withdrawn. */
function disputesAmong(claims: readonly WeighedClaim[], elsewhere: readonly Claim[] = []): Disputes {
  const all = [...claims.map((one) => one.claim), ...elsewhere];
  const retractions = all.filter(({ status }) => status === 'retracted');
  const withdrawn = new Set<ClaimId>(retractions.flatMap(({ id, disputes }) => [id, ...disputes]));
  return {
    disputing: (id) => all.filter(({ disputes }) => disputes.includes(id)).map((one) => one.id),
    isWithdrawn: (id) => withdrawn.has(id),
  };
}

const bundle = (claims: readonly WeighedClaim[], elsewhere: readonly Claim[] = []) =>
  relationOf(key, claims, disputesAmong(claims, elsewhere));

describe('standing', () => {
  it('is UNSOURCED where no claim has evidence', () => {
    const { standing, originCount } = bundle([
      weighed('1', null, { quote: null, article: null, status: null }),
    ]);
    expect({ standing, originCount }).toEqual({ standing: 'UNSOURCED', originCount: 0 });
  });

  it('is CORROBORATED by independent origins, not by retellings', () => {
    expect(bundle([weighed('1', 'a'), weighed('2', 'a')]).standing).toBe('SINGLE_ORIGIN');
    expect(bundle([weighed('1', 'a'), weighed('2', 'b', { status: 'reported' })]).standing).toBe(
      'CORROBORATED',
    );
  });

  it('is DISPUTED by a denial beside it, unless their dates do not meet', () => {
    const denial = weighed('2', 'b', { status: 'denied', date: '2026-03' });
    expect(bundle([weighed('1', 'a'), denial]).standing).toBe('DISPUTED');
    expect(bundle([weighed('1', 'a', { date: '2026-02' }), denial]).standing).toBe('SINGLE_ORIGIN');
    expect(bundle([denial]).standing).toBe('SINGLE_ORIGIN');
  });

  it('is DISPUTED by a declared dispute, read both ways, over other ends as well', () => {
    const other = claim('other');
    expect(bundle([weighed('1', 'a', { disputes: [other.id] })], [other]).standing).toBe('DISPUTED');
    expect(bundle([weighed('1', 'a')], [claim('other', { disputes: [claimId('1')] })]).standing).toBe(
      'DISPUTED',
    );
  });

  it('forgets a dispute with what was withdrawn', () => {
    const correction = claim('correction', { status: 'retracted', disputes: [claimId('other')] });
    const other = claim('other', { disputes: [claimId('1')] });
    expect(bundle([weighed('1', 'a')], [other, correction]).standing).toBe('SINGLE_ORIGIN');
  });

  it('is WITHDRAWN when a retraction left nothing', () => {
    const retraction = weighed('2', 'a', { status: 'retracted', disputes: [claimId('1')] });
    const left = bundle([weighed('1', 'a'), retraction, weighed('3', 'a')]);
    expect(left).toMatchObject({ standing: 'WITHDRAWN', originCount: 0, claimCount: 3 });
    expect(bundle([weighed('1', 'a'), retraction, weighed('3', 'b')])).toMatchObject({
      standing: 'SINGLE_ORIGIN',
      originCount: 1,
    });
  });
});

describe('counts and dates', () => {
  it('takes origins of the strongest other status where there is no support', () => {
    const claims = [
      weighed('1', 'a', { status: 'opinion' }),
      weighed('2', 'b', { status: 'opinion' }),
      weighed('3', 'c', { status: 'planned' }),
      weighed('4', 'd', { status: 'denied', date: '2020' }),
    ];
    expect(bundle(claims).originCount).toBe(1);
  });

  it('counts every claim by its status', () => {
    const claims = [
      weighed('1', 'a'),
      weighed('2', 'a', { status: 'denied' }),
      weighed('3', 'a', { status: null }),
    ];
    expect(bundle(claims).statusCounts).toEqual([
      { status: 'denied', count: 1 },
      { status: 'asserted', count: 1 },
      { status: null, count: 1 },
    ]);
  });

  it('spans from the earliest beginning to the latest end', () => {
    const claims = [
      weighed('1', 'a', { date: '2026-01' }),
      weighed('2', 'a', { from: '2014' }),
      weighed('3', 'a'),
    ];
    expect(bundle(claims)).toMatchObject({ validFrom: '2014', validTo: '2026-01' });
  });

  it('never depends on the order of the claims, nor counts an origin twice', () => {
    const anyClaim = fc.record({
      status: fc.constantFrom(...claimStatuses, null),
      origin: fc.constantFrom('a', 'b', 'c', null),
      disputes: fc.subarray(['0', '1', '2', '3'].map(claimId)),
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 6 }), fc.boolean(), (drawn, backwards) => {
        const claims = drawn.map(({ origin, ...fields }, index) => weighed(String(index), origin, fields));
        const { claims: _, ...summary } = bundle(claims);
        const { claims: __, ...other } = bundle(backwards ? claims.toReversed() : claims);
        expect(other).toEqual(summary);
        expect(summary.originCount).toBeLessThanOrEqual(3);
        expect(summary.statusCounts.reduce((sum, { count }) => sum + count, 0)).toBe(summary.claimCount);
      }),
    );
  });
});
