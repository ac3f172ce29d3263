import { beforeAll, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { article } from './documents.ts';

const facets = (by: readonly string[]): string =>
  `totalCount facets(by: ${JSON.stringify(by)}) { by valueCount values { value label count } }`;

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    const store = await openLoadedStore(open);
    await store.write((transaction) =>
      transaction.run(`MATCH (a:Article {id: $id}) SET a.title = 'The annex', a.publisher = 'The Gazette'`, {
        id: article,
      }),
    );
    api = await apiOf(store);
  });

  const ofClaims = ['type', 'status', 'article', 'publisher', 'attributedTo'];
  const lists: readonly [name: string, by: readonly string[]][] = [
    ['claims', ofClaims],
    ['relations', [...ofClaims, 'standing']],
  ];

  it.each(lists)('a count of a facet of %s is what its value leaves as a filter', async (list, by) => {
    const narrow: Readonly<Record<string, (value: string) => string>> = {
      type: (value) => `types: ["${value}"]`,
      status: (value) => `statuses: [${value}]`,
      article: (value) => `articles: ["${value}"]`,
      attributedTo: (value) => `attributedTo: ["${value}"]`,
      standing: (value) => `standing: [${value}]`,
    };
    const { facets: divided } = (await api.data(`{ ${list} { ${facets(by)} } }`))[list];
    expect(divided.map((facet: Data) => facet['by'])).toEqual(by);
    for (const { by: name, values: all, valueCount } of divided) {
      expect(valueCount).toBe(all.length);
      expect(all.length).toBeGreaterThan(0);
      // A few at a time: a database runs them all at once.
      const values: readonly Data[] = [...all.slice(0, 3), ...all.slice(3).slice(-1)];
      const filter = narrow[name];
      if (filter === undefined) continue;
      const fields = values.map(
        ({ value }, index) => `f${index}: ${list}(filter: { ${filter(value)} }) { totalCount }`,
      );
      const left = await api.data(`{ ${fields.join('\n')} }`);
      expect(values.map(({ count }) => count)).toEqual(
        values.map((_value, index) => left[`f${index}`].totalCount),
      );
    }
  });

  it('values are told as people read them, the most frequent first', async () => {
    const { claims } = await api.data(`{ claims { ${facets(ofClaims)} } }`);
    const [type, status, byArticle, publisher, speaker] = claims.facets.map(({ values }: Data) => values[0]);
    expect(type).toMatchObject({ value: 'INFLUENCES', label: 'influences', count: 6 });
    expect(status).toMatchObject({ value: 'ASSERTED', label: 'asserted' });
    expect(byArticle).toMatchObject({ value: article, label: 'The annex' });
    expect(publisher).toMatchObject({ value: 'The Gazette', label: 'The Gazette', count: claims.totalCount });
    expect(speaker.label).not.toBe(speaker.value);
  });

  it('the same facets come of lists that are at hand and that are stored', async () => {
    const { article: found, claims } = await api.data(
      `{ article(id: "${article}") { claims { ${facets(ofClaims)} } } claims(filter: { articles: ["${article}"] }) { ${facets(ofClaims)} } }`,
    );
    expect(found.claims).toEqual(claims);
    const weighed = `filter: { minOrigins: 0, statuses: [REPORTED, DENIED] }`;
    const { one, other } = await api.data(
      `{ one: relations(${weighed}) { ${facets(ofClaims)} } other: relations(filter: { statuses: [REPORTED, DENIED] }) { ${facets(ofClaims)} } }`,
    );
    expect(one).toEqual(other);
  });

  it('relations of an entity are divided like all others, and speakers by what they say', async () => {
    const { entity } = await api.data(
      `{ entity(id: "cia") { relations(direction: OUT) { ${facets(['type', 'standing'])} } claimsMade { ${facets(['status'])} } } }`,
    );
    for (const { values } of entity.relations.facets) {
      const sum = values.reduce((total: number, { count }: Data) => total + count, 0);
      expect(sum).toBe(entity.relations.totalCount);
    }
    expect(entity.claimsMade.facets[0]).toMatchObject({ by: 'status' });
  });

  it('entities are divided by type, by whether they speak, and by article', async () => {
    const { article: found } = await api.data(
      `{ article(id: "${article}") { mentions { ${facets(['type', 'isSource', 'article'])} } } }`,
    );
    const [type, isSource, byArticle] = found.mentions.facets;
    const total = ({ values }: Data): number =>
      values.reduce((sum: number, { count }: Data) => sum + count, 0);
    expect(total(type)).toBe(found.mentions.totalCount);
    expect(total(isSource)).toBe(found.mentions.totalCount);
    expect(type.values[0]).toMatchObject({ value: 'Group', label: 'Group' });
    expect(byArticle.values[0]).toMatchObject({ value: article, count: found.mentions.totalCount });
  });

  it('an unknown facet is refused by name, together with those there are', async () => {
    const [error] = await api.errors(`{ claims { facets(by: ["type", "colour"]) { by } } }`);
    expect(error?.message).toBe(
      'This list cannot be counted by "colour". Give some of: type, status, article, publisher, attributedTo.',
    );
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', known: ofClaims });
    const hostile = await api.errors(`{ relations { facets(by: ["__proto__"]) { by } } }`);
    expect(hostile[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('a facet that is asked for twice comes once, and none when none is asked for', async () => {
    const { claims } = await api.data(
      `{ claims { one: facets(by: ["type", "type"]) { by } none: facets(by: []) { by } } }`,
    );
    expect(claims).toEqual({ one: [{ by: 'type' }], none: [] });
  });
});
