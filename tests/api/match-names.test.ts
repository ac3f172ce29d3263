import { beforeAll, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

const matching = `query ($names: [String!]!, $types: [String!]) {
  matchNames(names: $names, types: $types) {
    query candidateCount candidates { score exact distance matched entity { id name type aliases } }
  }
}`;

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });
  const matches = async (names: readonly string[], types?: readonly string[]): Promise<readonly Data[]> =>
    (await api.data(matching, { names, types: types ?? null })).matchNames;

  it.each([
    ['Delcy Rodríguez', 'delcy-rodriguez', true, 0],
    ['delcy rodriguez', 'delcy-rodriguez', true, 0],
    ['CIA', 'cia', true, 0],
    ['The Agency', 'cia', true, 0],
    ['delcy rodrigez', 'delcy-rodriguez', false, 1],
    ['Ratcliffe, John', 'john-ratcliffe', false, 0],
    ['John "Ratcliffe"', 'john-ratcliffe', true, 0],
  ])('%s is %s', async (...[name, id, exact, distance]) => {
    const [match] = await matches([name]);
    expect(match?.['candidates'][0]).toMatchObject({ exact, distance, entity: { id } });
    expect(match?.['candidateCount']).toBeGreaterThanOrEqual(match?.['candidates'].length);
  });

  it('answers in the order of the names, duplicates and blanks among them', async () => {
    const names = [
      'venezuela',
      '',
      'CIA',
      '   ',
      'venezuela',
      'nobody at all',
      '"',
      'x'.repeat(1_000),
      '~2 AND OR',
    ];
    const found = await matches(names);
    expect(found.map(({ query }) => query)).toEqual(names);
    expect(found[4]).toEqual(found[0]);
    expect(found.map(({ candidates }) => candidates[0]?.entity.id)).toEqual([
      'venezuela',
      undefined,
      'cia',
      undefined,
      'venezuela',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives the best five, says how many there are, and narrows to types', async () => {
    const [all] = await matches(['president']);
    expect(all?.['candidates'].length).toBeLessThanOrEqual(5);
    const scores = all?.['candidates'].map(({ score }: Data) => score);
    expect(scores).toEqual(scores.toSorted((one: number, other: number) => other - one));
    const [roles] = await matches(['president'], ['Role']);
    expect(new Set(roles?.['candidates'].map(({ entity }: Data) => entity.type))).toEqual(new Set(['Role']));
    expect(await matches([])).toEqual([]);
  });

  it('takes a hundred names and refuses more, naming both numbers', async () => {
    const names = Array.from({ length: 100 }, (_name, index) =>
      index % 2 === 0 ? 'cia' : `person ${index}`,
    );
    const found = await matches(names);
    expect(found).toHaveLength(100);
    expect(found[98]).toEqual(found[0]);
    const [error] = await api.errors(matching, { names: [...names, 'one more'] });
    expect(error?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'names', value: 101, max: 100 });
  });
});
