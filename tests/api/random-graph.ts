import fc from 'fast-check';

import type { Store } from '../../server/src/store/store.ts';

/** A graph of claims as whoever makes one may make it: little is checked, much is missing. */
export interface RandomGraph {
  readonly entities: readonly RandomEntity[];
  readonly articles: readonly RandomArticle[];
  readonly claims: readonly RandomClaim[];
}

export interface RandomEntity {
  readonly id: string;
  readonly label: string | null;
  readonly isSource: boolean;
  readonly name: string | null;
  readonly aliases: readonly string[] | null;
  readonly anonymous: boolean | null;
  readonly rank: number | string | null;
}

export interface RandomArticle {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly text: string | null;
  readonly basedOn: string | null;
  readonly mentions: readonly string[];
}

export interface RandomClaim {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly target: string;
  readonly article: string | null;
  readonly status: string | null;
  readonly quote: string | null;
  readonly attributedTo: readonly string[] | null;
  readonly disputes: readonly string[] | null;
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const entityIds = ['a', 'b', 'cia', 'e-1', 'e-10', 'e-2', 'zoe', 'x'];
export const articleIds = ['2026-01-01-one', '2026-01-01-one-more', '2026-02-02-two', 'report', 'stub'];
/** MET has no direction. */
const relationTypes = ['MET', 'TOLD', 'TOLD_OFF', 'LEADS'];
const labels = ['Person', 'Outlet', 'Voice', 'Company', 'Odd'];
const statuses = [
  'retracted',
  'denied',
  'planned',
  'predicted',
  'questioned',
  'opinion',
  'reported',
  'asserted',
];
/** None begins with a letter from U+E000 on: one store orders these before emoji, the other behind. */
const names = ['Ann', 'Ann Lee', 'Ann', 'Zoë', 'ZOË', 'zoe', 'José “Pepe” O’Hara', "O'Hara", '🦊', 'Ж', 'b', 'The Ann', 'Ann-Marie', 'Ångström', 'ĳs 🦊']; // oxfmt-ignore
const dates = ['2025', '2026', '2026-01', '2026-01-28', '2025-12-31', '2026-01-28T10:30:00Z', '2026-01-01T01:00+02:00', '2024-02-29', 'Tuesday', '2026-13', '0001', '2026-02']; // oxfmt-ignore
const quotes = ['She said “no”.', 'ZOË met Ann', 'said no', "it's — over", '🦊 ran', 'Ann'];

/** Often absent, and then a value like any other. */
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const some = (values: readonly string[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const claimIdOf = (number: number): string => `${articleIds[number % articleIds.length] ?? ''}/c-${number}`;

const entity = (id: string): fc.Arbitrary<RandomEntity> =>
  fc.record({
    id: fc.constant(id),
    label: maybe(fc.constantFrom(...labels)),
    isSource: fc.boolean(),
    name: maybe(fc.constantFrom(...names)),
    aliases: maybe(some(names)),
    anonymous: maybe(fc.boolean()),
    rank: maybe(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom('1', '2', 'x'))),
  });

const article = (id: string): fc.Arbitrary<RandomArticle> =>
  fc.record({
    id: fc.constant(id),
    title: maybe(fc.constantFrom(...quotes)),
    publisher: maybe(fc.constantFrom('Cia', 'Ann Post', 'Zoe')),
    publishedAt: maybe(fc.constantFrom(...dates)),
    text: maybe(
      fc.array(fc.constantFrom(...quotes), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n')),
    ),
    basedOn: maybe(fc.constantFrom(...articleIds, 'nowhere')),
    mentions: some(entityIds, 5),
  });

const claims = fc
  .array(
    fc.record({
      source: fc.constantFrom(...entityIds),
      type: fc.constantFrom(...relationTypes),
      target: fc.constantFrom(...entityIds),
      hasArticle: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
      status: maybe(fc.constantFrom(...statuses, 'asserted', 'reported')),
      quote: maybe(fc.constantFrom(...quotes)),
      attributedTo: maybe(some([...entityIds, 'nobody'])),
      disputes: fc.option(
        some(
          Array.from({ length: 30 }, (_, number) => claimIdOf(number)),
          2,
        ),
        { freq: 1 },
      ),
      date: fc.option(fc.constantFrom(...dates), { freq: 1 }),
      from: fc.option(fc.constantFrom(...dates), { freq: 1 }),
      to: fc.option(fc.constantFrom(...dates), { freq: 1 }),
    }),
    { minLength: 12, maxLength: 30 },
  )
  .map((found) =>
    found.map(({ hasArticle, ...claim }, number): RandomClaim => {
      const id = claimIdOf(number);
      return { ...claim, id, article: hasArticle ? id.slice(0, id.lastIndexOf('/')) : null };
    }),
  );

/** The graph of a seed, the same each time. */
export function randomGraph(seed: number): RandomGraph {
  const graphs = fc.record({
    entities: fc.tuple(...entityIds.map(entity)),
    articles: fc.tuple(...articleIds.map(article)),
    claims,
  });
  const [graph] = fc.sample(graphs, { seed, numRuns: 1 });
  if (graph === undefined) throw new Error('There is no graph.');
  return graph;
}

/** Puts a graph into an empty store by statements, so that nobody checks it. */
export async function fillWith(
  store: Store,
  { entities, articles, claims: all }: RandomGraph,
): Promise<void> {
  await store.write(async (transaction) => {
    for (const { label, isSource, ...properties } of entities) {
      const own = ['Entity', ...(isSource ? ['Source'] : []), ...(label === null ? [] : [label])];
      await transaction.run(`CREATE (e:${own.join(':')}) SET e += $properties`, {
        properties: present(properties),
      });
    }
    for (const { mentions, ...properties } of articles) {
      await transaction.run('CREATE (a:Article) SET a += $properties', { properties: present(properties) });
      await transaction.run(
        'MATCH (a:Article {id: $id}) UNWIND $mentions AS one MATCH (e:Entity {id: one}) CREATE (a)-[:MENTIONS]->(e)',
        { id: properties.id, mentions },
      );
    }
    for (const { source, type, target, ...properties } of all) {
      await transaction.run(
        `MATCH (s:Entity {id: $source}) MATCH (t:Entity {id: $target}) CREATE (s)-[c:${type}]->(t) SET c += $properties`,
        { source, target, properties: present(properties) },
      );
    }
  });
}

type Stored = string | number | boolean | readonly string[];

function present(properties: Readonly<Record<string, Stored | null>>): Record<string, Stored> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

/** Some filters of claims, of every field and of several together. */
export function randomFilters(seed: number, count: number): readonly Record<string, unknown>[] {
  const bounds = (name: string): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(
      {
        [`${name}From`]: fc.constantFrom('2024', '2025-12', '2026-01-01', '2026-01-28T10:30:00Z'),
        [`${name}To`]: fc.constantFrom('2026-01-28T11:00Z', '2026-02', '2027'),
      },
      { requiredKeys: [] },
    );
  const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    types: some(relationTypes),
    neighborTypes: some([...labels, 'Entity', 'Source']),
    statuses: some(
      statuses.map((status) => status.toUpperCase()),
      5,
    ),
    standing: some(['UNSOURCED', 'WITHDRAWN', 'DISPUTED', 'CORROBORATED', 'SINGLE_ORIGIN']),
    minOrigins: fc.integer({ min: 0, max: 2 }),
    text: fc.constantFrom('"no"', 'said', 'zoe', 'O’s', "it's -", '🦊', 'ANN', '.'),
    articles: some(articleIds),
    attributedTo: some(entityIds),
    excludeTypes: some(relationTypes, 2),
    excludeEntities: some(entityIds, 2),
    excludeArticles: some(articleIds, 2),
    excludeAttributedTo: some(entityIds, 2),
  };
  const one = fc
    .uniqueArray(fc.constantFrom(...Object.keys(fields), 'valid', 'published', 'minOrigins', 'standing'), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((keys) =>
      fc
        .tuple(
          ...keys.map((key) =>
            fields[key] === undefined ? bounds(key) : fields[key].map((value) => ({ [key]: value })),
          ),
        )
        .map((parts): Record<string, unknown> => Object.assign({}, ...parts)),
    );
  return fc.sample(one, { seed, numRuns: count });
}
