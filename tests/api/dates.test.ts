import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { parsePartialDate } from '../../server/src/model/partial-date.ts';
import type { ParameterValue } from '../../server/src/store/values.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf } from './ask.ts';

const digits = (max: number, length: number) =>
  fc.nat(max).map((number) => String(number).padStart(length, '0'));
const year = fc.oneof(
  fc.constantFrom('0000', '0001', '1900', '2024', '2025', '2026', '9999'),
  digits(9999, 4),
);
const part = (max: number) => fc.oneof({ weight: 9, arbitrary: digits(max, 2) }, digits(99, 2));
const zone = fc.oneof(
  fc.constantFrom('Z', 'Z', '+02:00', '-05:00', '+05:45', '-00:30', '+14:00', '-14:00', '+15:00', ''),
  fc
    .tuple(fc.constantFrom('+', '-'), part(14), part(59))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const clock = fc
  .tuple(part(23), part(59), fc.option(part(59)), fc.option(digits(999, 3)), zone)
  .map(([hours, minutes, seconds, fraction, place]) => {
    const rest =
      seconds === null
        ? ''
        : `:${seconds}${fraction === null ? '' : `.${fraction.slice(-1 - (Number(fraction) % 3))}`}`;
    return `T${hours}:${minutes}${rest}${place}`;
  });

/** Dates of every precision, most of them real. */
const dateText = fc.oneof(
  year,
  fc.tuple(year, part(12)).map((parts) => parts.join('-')),
  fc.tuple(year, part(12), part(31)).map((parts) => parts.join('-')),
  fc
    .tuple(fc.constantFrom('2026-01-27', '2026-01-28', '0000-01-01', '9999-12-31', '2026-12-31'), clock)
    .map((parts) => parts.join('')),
);
const stored = fc.oneof(
  { weight: 8, arbitrary: dateText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'soon',
      '2026/2027',
      ' 2026',
      '2026 ',
      '2026-1',
      '-0044',
      '+12026',
      '~',
      'T',
      '2026\n',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<ParameterValue>(2026, true, ['2026'], -1) },
);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2, nil: null });
const validTime = fc.record({ date: maybe(stored), from: maybe(stored), to: maybe(stored) });

const published = ['2026', '2026-01', '2026-01-28', '2026-01-28T00:30:00+02:00', 'soon', null];
const someDates = [
  '0000',
  '1900',
  '2024-02',
  '2025',
  '2026',
  '2026-01',
  '2026-01-27',
  '2026-01-28',
  '2026-01-28T10:30Z',
  '2026-01-27T22:30:00Z',
  '9999',
];
const bound = fc.option(
  fc.oneof(
    fc.constantFrom(...someDates),
    dateText.filter((text) => parsePartialDate(text) !== null),
  ),
);
const period = fc.tuple(bound, bound).map(([one, other]) => {
  const from = parsePartialDate(one ?? '');
  const to = parsePartialDate(other ?? '');
  return from !== null && to !== null && from.min > to.max ? [other, one] : [one, other];
});
const filters = fc.tuple(period, period).map(([[validFrom, validTo], [publishedFrom, publishedTo]]) => ({
  validFrom,
  validTo,
  publishedFrom,
  publishedTo,
}));

const claims = fc.sample(validTime, { numRuns: 100, seed: 20_260_128 }).map((time, index) => ({
  ...Object.fromEntries(Object.entries(time).filter(([, value]) => value !== null)),
  id: `c${String(index).padStart(2, '0')}`,
  article: index % 7 === 6 ? 'nowhere' : `a${index % 6}`,
}));

/** The store filters and orders the claims of the root, the server those of a relation. */
const document = `query ($filter: ClaimFilter, $order: ClaimOrder) {
  claims(filter: $filter, orderBy: $order, first: 500) { totalCount nodes { id } }
  relation(id: "s~MET~t") { claims(filter: $filter, orderBy: $order, first: 100) { totalCount nodes { id } } }
  relations(filter: $filter) { totalCount }
}`;

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    const store = await open();
    await store.write(async (transaction) => {
      await transaction.run('CREATE (:Entity {id: "s"}), (:Entity {id: "t"})', {});
      await transaction.run('UNWIND $articles AS one CREATE (a:Article) SET a = one', {
        articles: published.map((publishedAt, index) => ({
          id: `a${index}`,
          ...(publishedAt && { publishedAt }),
        })),
      });
      for (const claim of claims) {
        await transaction.run(
          'MATCH (s:Entity {id: "s"}), (t:Entity {id: "t"}) CREATE (s)-[c:MET]->(t) SET c = $claim',
          { claim },
        );
      }
    });
    api = await apiOf(store);
  });

  it('leaves the same claims by their dates, and orders them alike, wherever they are read', async () => {
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom('VALID_ASC', 'VALID_DESC', 'PUBLISHED_ASC'),
        async (filter, order) => {
          const { claims: all, relation, relations } = await api.data(document, { filter, order });
          expect(relation.claims).toEqual(all);
          expect(relations.totalCount).toBe(all.totalCount > 0 ? 1 : 0);
          if (all.totalCount > 0 && all.totalCount < claims.length) narrowed += 1;
        },
      ),
      { numRuns: 150 },
    );
    expect(narrowed).toBeGreaterThan(10);
  });

  it.each([
    [{ validFrom: '2027', validTo: '2026-12' }, 'validTo is 2026-12, which is before validFrom, 2027.'],
    [
      { publishedFrom: '2026-01-28', publishedTo: '2026-01-27' },
      'publishedTo is 2026-01-27, which is before publishedFrom',
    ],
    [{ validFrom: '2026-02-30' }, 'is no date'],
  ])('refuses %j', async (filter, said) => {
    const [error] = await api.errors(document, { filter, order: 'VALID_ASC' });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(error?.message).toContain(said);
  });
});
