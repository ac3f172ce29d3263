import fc from 'fast-check';
import { expect, it } from 'vitest';

import { exportLink, type LinkedPart, readExportLink } from './export-link.ts';

const id = fc.string({ unit: 'binary', maxLength: 20 });
const count = fc.option(fc.nat({ max: 5_000 }), { nil: undefined });
const part: fc.Arbitrary<LinkedPart> = fc.oneof(
  fc.constant({ kind: 'whole' as const }),
  fc.record({ kind: fc.constant('article' as const), article: id }),
  fc.record({
    kind: fc.constant('subgraph' as const),
    asked: fc
      .record({
        seeds: fc.array(id, { minLength: 1, maxLength: 5 }),
        depth: count,
        maxNodes: count,
        maxRelations: count,
        filter: fc.option(fc.dictionary(fc.string(), fc.array(id)), { nil: undefined }),
      })
      .map((asked) => JSON.parse(JSON.stringify(asked)) as { seeds: string[] }),
  }),
);

it('is read as what it was written for, whatever is in it', () => {
  fc.assert(
    fc.property(part, (written) => {
      const link = new URL(exportLink('json.json', written), 'http://localhost');
      expect(link.pathname).toBe('/exports/json.json');
      expect(readExportLink(link.searchParams)).toEqual({ part: written, raw: false });
    }),
  );
});

it('reads any query, or says in one sentence what is wrong with it', () => {
  const name = fc.constantFrom('article', 'seeds', 'depth', 'filter', 'maxNodes', 'raw', 'other');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 5 }), (pairs) => {
      const query = new URLSearchParams(pairs);
      let message = 'It is fine.';
      try {
        readExportLink(query);
      } catch (error) {
        message = error instanceof Error ? error.message : '';
      }
      expect(message).toMatch(/^[^]+\.$|^filter is not valid JSON/u);
    }),
  );
});
