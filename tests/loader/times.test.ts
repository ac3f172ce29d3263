import { expect, it } from 'vitest';

import { forEachStore } from '../support/stores.ts';
import { loadOne, scriptNamed } from './port-article.ts';

/** What both stores keep whole, as both give it back. */
const kept = [
  ["datetime('2030-05-02T10:00:00+02:00')", '2030-05-02T10:00:00+02:00'],
  ["datetime('2030-05-02T10:00')", '2030-05-02T10:00:00Z'],
  ["localdatetime('2030-05-02')", '2030-05-02T00:00:00'],
  ["time('10:00:00.123456789+01:00')", '10:00:00.123456789+01:00'],
  ["localtime('10:00:00.123456789')", '10:00:00.123456789'],
  ["duration('P1Y2M3DT4H5M6.5S')", 'P1Y2M3DT4H5M6.5S'],
] as const;

const lost = [
  ["datetime('2030-05-02T10:00:00[Europe/Berlin]')", '2030-05-02T10:00:00+02:00[Europe/Berlin]'],
  ["datetime({year: 2030, timezone: 'Europe/Berlin'})", '2030-01-01T00:00:00+01:00[Europe/Berlin]'],
  ["datetime('2030-05-02T10:00:00.123456789Z')", '2030-05-02T10:00:00.123456789Z'],
  ["datetime('20300502T100000Z')", '2030-05-02T10:00:00Z'],
  ["localdatetime('2030-05-02T10:00:00.123456')", '2030-05-02T10:00:00.123456'],
  ["localtime('100000')", '10:00:00'],
  ["duration('P0.5M')", 'P15DT5H14M33S'],
  ["duration('PT-1.5S')", 'PT-1.5S'],
] as const;

forEachStore((name, open) => {
  it('keeps dates and times in the forms that both stores know', async () => {
    const store = await open();
    const text = kept.map(([written], n) => `CREATE (:Visit {n: ${n}, at: ${written}});`).join('\n');
    await loadOne(store, scriptNamed('times.cypher', text));
    const { rows } = await store.read(async (transaction) =>
      transaction.run('MATCH (v:Visit) RETURN v.at AS at ORDER BY v.n'),
    );
    expect(rows).toEqual(kept.map(([, value]) => ({ at: value })));
  });

  it.each(lost)('keeps all of %s, or says at its place that it would not', async (written, value) => {
    const store = await open();
    const text = `CREATE (:Visit {n: 1});\nCREATE (:Visit {at: ${written}});`;
    const report = await loadOne(store, scriptNamed('times.cypher', text));
    const { rows } = await store.read(async (transaction) =>
      transaction.run('MATCH (v:Visit) WHERE v.at IS NOT NULL RETURN v.at AS at'),
    );
    const refused = {
      outcome: 'failed',
      problems: [
        {
          code: 'NOT_SUPPORTED',
          line: 2,
          column: 21,
          message: expect.stringContaining('Not supported on the embedded store') as string,
        },
      ],
    };
    expect(rows).toEqual(name === 'embedded' ? [] : [{ at: value }]);
    expect(report).toMatchObject(name === 'embedded' ? refused : { outcome: 'loaded' });
  });
});
