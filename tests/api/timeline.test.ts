import { beforeAll, describe, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

const months = `query Months($about: [ID!], $filter: ClaimFilter, $clock: Clock, $unit: TimeUnit) {
  timeline(about: $about, filter: $filter, clock: $clock, unit: $unit) {
    undated spanning totalClaims buckets { start end count statusCounts { status count } } } }`;

/** Valid times of the claims between two entities: what each covers is said in the test. */
const times = [
  { date: '2026-01-03', status: 'asserted' },
  { date: '2026-01', status: 'asserted' },
  { date: '2025-12-31T23:30:00-02:00', status: 'denied' },
  { from: '2026-01-15', to: '2026-03', status: 'reported' },
  { from: '2026-03', status: 'reported' },
  { to: '2025-11-30', status: 'asserted' },
  { date: 'soon', status: 'opinion' },
  {},
];

forEachStore((_, open) => {
  describe('the timeline of dates of every kind', () => {
    let api: Api;
    beforeAll(async () => {
      const store = await open();
      await store.write(async (transaction) => {
        await transaction.run(
          'CREATE (:Entity {id: "s"}), (:Entity:Country {id: "t"}), (:Entity {id: "u"})',
          {},
        );
        await transaction.run(
          'CREATE (:Article {id: "a", publishedAt: "2026-01-28"}), (:Article {id: "b", publishedAt: "2026"}), (:Article {id: "c"})',
          {},
        );
        for (const [index, time] of times.entries()) {
          const claim = {
            ...time,
            id: `c${index}`,
            article: ['a', 'b', 'c'][index % 3] ?? 'a',
            quote: `q${index}`,
            attributedTo: ['u'],
          };
          await transaction.run(
            'MATCH (s:Entity {id: "s"}), (t:Entity {id: "t"}) CREATE (s)-[c:MET]->(t) SET c = $claim',
            { claim },
          );
        }
      });
      api = await apiOf(store);
    });

    const timeline = async (variables: object): Promise<Data> =>
      (await api.data(months, { ...variables }))['timeline'];
    const counts = ({ buckets }: Data) => buckets.map(({ start, count }: Data) => [start, count]);

    it('counts a claim in every bucket that its date covers, and one end alone where it is', async () => {
      const found = await timeline({});
      expect(found).toMatchObject({ undated: 2, spanning: 1, totalClaims: 8 });
      expect(counts(found)).toEqual([
        ['2025-11-01', 1],
        ['2025-12-01', 0],
        ['2026-01-01', 4],
        ['2026-02-01', 1],
        ['2026-03-01', 2],
      ]);
      expect(found['buckets'][2]).toEqual({
        start: '2026-01-01',
        end: '2026-01-31',
        count: 4,
        statusCounts: [
          { status: 'DENIED', count: 1 },
          { status: 'REPORTED', count: 1 },
          { status: 'ASSERTED', count: 2 },
        ],
      });
    });

    it('goes by publication, where a date is a whole interval too', async () => {
      const found = await timeline({ clock: 'PUBLISHED', unit: 'QUARTER' });
      expect(found).toMatchObject({ undated: 2, spanning: 3, totalClaims: 8 });
      expect(counts(found)).toEqual([
        ['2026-01-01', 6],
        ['2026-04-01', 3],
        ['2026-07-01', 3],
        ['2026-10-01', 3],
      ]);
    });

    it('is cut to the period of its filter', async () => {
      const found = await timeline({
        unit: 'WEEK',
        filter: { validFrom: '2026-02-10', validTo: '2026-02-20' },
      });
      expect(found).toMatchObject({ undated: 0, spanning: 1, totalClaims: 1 });
      expect(found['buckets'].map(({ start, end, count }: Data) => [start, end, count])).toEqual([
        ['2026-02-09', '2026-02-15', 1],
        ['2026-02-16', '2026-02-22', 1],
      ]);
    });

    it('is of claims about an entity, which are not those that it speaks in', async () => {
      const all = await timeline({});
      expect(await timeline({ about: ['t'] })).toEqual(all);
      expect(await timeline({ about: ['s', 't', 'nobody'] })).toEqual(all);
      expect(await timeline({ filter: { attributedTo: ['u'] } })).toEqual(all);
      const none = { undated: 0, spanning: 0, totalClaims: 0, buckets: [] };
      expect(await timeline({ about: ['u'] })).toEqual(none);
      expect(await timeline({ about: ['t'], filter: { neighborTypes: ['Country'] } })).toEqual(none);
      expect(await timeline({ about: [] })).toEqual(none);
    });

    it('counts the same where relations have to be weighed', async () => {
      for (const variables of [
        {},
        { about: ['s', 't'] },
        { clock: 'PUBLISHED' },
        { filter: { statuses: ['REPORTED'] } },
      ]) {
        const weighed = {
          ...variables,
          filter: { ...('filter' in variables && variables.filter), minOrigins: 0 },
        };
        expect(await timeline(weighed)).toEqual(await timeline(variables));
      }
      expect(await timeline({ filter: { standing: ['UNSOURCED'] } })).toMatchObject({ totalClaims: 0 });
    });
  });

  describe('the timeline of the shipped articles', () => {
    let api: Api;
    beforeAll(async () => {
      api = await apiOf(await openLoadedStore(open));
    });

    it.each(['VALID', 'PUBLISHED'])('has as many claims as the list, by %s', async (clock) => {
      const { claims, timeline } = await api.data(
        `query ($clock: Clock) { claims { totalCount } timeline(clock: $clock, unit: YEAR) { undated totalClaims buckets { count } } }`,
        { clock },
      );
      expect(timeline.totalClaims).toBe(claims.totalCount);
      const counted = timeline.buckets.reduce((sum: number, { count }: Data) => sum + count, 0);
      expect(counted).toBeGreaterThanOrEqual(timeline.totalClaims - timeline.undated);
      expect(counted).toBeGreaterThan(0);
    });

    it('refuses more buckets than it gives, and names the unit that would pass', async () => {
      const { timeline } = await api.data(months, { unit: 'YEAR' });
      const years = timeline.buckets.length;
      expect(years).toBeGreaterThan(3);
      const [error] = await api.errors(months, { unit: 'DAY' });
      expect(error?.extensions).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        limit: 'buckets by DAY',
        max: 1_000,
      });
      const [, unit] =
        /Ask by ([A-Z]+), or narrow them by validFrom and validTo in the filter\.$/u.exec(
          error?.message ?? '',
        ) ?? [];
      expect(['WEEK', 'MONTH', 'QUARTER', 'YEAR']).toContain(unit);
      await api.data(months, { unit });
      await api.data(months, { unit: 'DAY', filter: { validFrom: '2026-01', validTo: '2026-03' } });
    });
  });
});
