import fc from 'fast-check';
import { type DocumentNode, getOperationAST, Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildSchema } from '../../server/src/graphql/schema.ts';
import { countCost, sumOf } from '../../server/src/http/cost.ts';
import { digestOfDocument, explorerDocuments } from '../../server/src/http/explorer-documents.ts';
import { requestLimits } from '../../server/src/http/limits.ts';
import { documents } from '../api/documents.ts';
import { openApp, type TestApp } from '../support/app.ts';

const schema = buildSchema();

function costOf(document: DocumentNode, variables: Record<string, unknown> = {}): number {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document has no operation');
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return sumOf(
    countCost({
      schema,
      operation,
      variables,
      fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    }),
  );
}

const explorers = Object.values(
  import.meta.glob<Record<string, unknown>>('../../client/src/api/*.ts', { eager: true }),
)
  .flatMap((exported) => Object.values(exported))
  .filter(isOperation)
  // Its fragments know no other copy of the library's classes.
  .map((document) => parse(print(document)));

function isOperation(value: unknown): value is DocumentNode {
  if (typeof value !== 'object' || value === null || !('definitions' in value)) return false;
  return (value as DocumentNode).definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

describe('what a query may cost', () => {
  it.each(documents)('$name passes', ({ document, variables }) => {
    expect(costOf(parse(document), variables)).toBeLessThanOrEqual(requestLimits.cost);
  });

  it('the explorer asks for no more, but where the server knows its document', () => {
    // The page sizes that it asks for, and more ids than it sends at once.
    const variables = { first: 100, ids: Array.from({ length: 1_000 }, String) };
    const costly = explorers.filter((document) => costOf(document, variables) > requestLimits.cost);
    expect(explorers.length).toBeGreaterThan(10);
    // If this fails, a document of the explorer has changed: write its new digest into explorer-documents.ts.
    expect(costly.map(digestOfDocument)).toEqual([...explorerDocuments]);
  });

  it.each([
    // weight + size * (1 + parts): 1 entity, in it 1 connection of 25 edges with a relation and a neighbour each.
    [
      '{ entity(id: "a") { id relations(first: 25) { edges { node { id } neighbor { id } } } } }',
      1 + 1 + 25 * 3,
    ],
    ['{ entity(id: "a") { degree neighborCounts { count } } }', 1 + 2 + 5 + 5],
    ['{ claims(last: 3, first: 7) { totalCount } }', 1 + 10],
    ['{ claims(last: 30) { nodes { id } } }', 1 + 30],
    ['{ claims(first: null) { nodes { id } } }', 1 + 20],
    ['{ nodes(ids: ["a", "b"]) { id } }', 2],
    [
      '{ subgraph(seeds: ["a"], maxNodes: 3, maxRelations: 4) { nodes { id } relations { id } } }',
      50 + 1 + 3 + 4,
    ],
    ['{ __schema { types { name fields { name } } } __typename }', 0],
    ['{ a: graphId @skip(if: true) ...F } fragment F on Query { statistics { claims } }', 10 + 1],
    ['{ node(id: "a") { ... on Entity { degree } ... on Person { degree } } }', 1 + 2 + 2],
    ['{ claims(first: 2) { nodes { id } } claims(first: 2) { nodes { status } } }', 1 + 2],
    ['subscription { graphChanged { sequence } }', 1],
  ])('%s', (document, cost) => {
    expect(costOf(parse(document))).toBe(cost);
  });

  it('the sizes of variables count', () => {
    const document = parse(
      'query ($n: Int = 7, $ids: [ID!]!) { claims(first: $n) { nodes { id } } nodes(ids: $ids) { id } }',
    );
    expect(costOf(document, { n: 30, ids: ['a'] })).toBe(1 + 30 + 1);
  });
});

/** A selection on claims, as deep as it was made: lists, single ones, fragments. */
const selection = fc.letrec<{ claim: string; relation: string }>((tie) => ({
  claim: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('id', 'context', 'quote'),
    tie('relation').map((inner) => `relation { ${inner} }`),
    tie('claim').map((inner) => `disputes { ${inner} }`),
    fc.tuple(tie('claim'), tie('claim')).map((parts) => parts.join(' ')),
    tie('claim').map((inner) => `... on Claim { ${inner} }`),
  ),
  relation: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('id', 'claimCount', 'source { degree }'),
    fc.tuple(fc.nat(100), tie('claim'), fc.constantFrom('nodes', 'edges')).map(([first, inner, list]) => {
      const part = list === 'nodes' ? inner : `node { ${inner} }`;
      return `claims(first: ${first}) { totalCount ${list} { ${part} } }`;
    }),
  ),
})).claim;

it('cost grows with a page, and is what it is when fragments are written out', () => {
  fc.assert(
    fc.property(selection, fc.nat(500), fc.nat(500), (inner, one, other) => {
      const written = (first: number): string => `{ claims(first: ${first}) { nodes { ${inner} } } }`;
      const inFragments = (first: number): string =>
        `{ ...Q } fragment Q on Query { claims(first: ${first}) { ...C } } ` +
        `fragment C on ClaimConnection { nodes { ...N } } fragment N on Claim { ${inner} }`;
      const [small, large] = [Math.min(one, other), Math.max(one, other)];
      expect(costOf(parse(written(small)))).toBeLessThanOrEqual(costOf(parse(written(large))));
      expect(costOf(parse(inFragments(large)))).toBe(costOf(parse(written(large))));
    }),
  );
});

describe('a server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app.close());

  it('says of every answer what was asked for, what came, and what is allowed', async () => {
    const { extensions } = await app.query(
      '{ entity(id: "cia") { degree relations(first: 100) { nodes { id } } } claims(first: 3) { totalCount nodes { id } } }',
    );
    const { data } = await app.query('{ entity(id: "cia") { relations(first: 100) { totalCount } } }');
    const { totalCount } = (data as { entity: { relations: { totalCount: number } } }).entity.relations;
    expect(extensions?.['cost']).toEqual({
      requested: 1 + 2 + 1 + 100 + 1 + 10 + 3,
      actual: 1 + 2 + 1 + totalCount + 1 + 10 + 3,
      maximum: 10_000,
    });
  });

  const wide =
    '{ relations(first: 500) { nodes { claims(first: 100) { nodes { relation { claims(first: 100) { nodes { id } } } } } } } }';
  it('refuses what may cost more, with what it is for and what would pass', async () => {
    const { data, errors, extensions } = await app.query(wide);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message:
          'The query may cost 5151001 points, and at most 10000 are allowed. 5000000 of them are for relations.nodes.claims.nodes.relation.claims.nodes. Ask for the inner lists in further queries.',
        extensions: expect.anything(),
      },
    ]);
    expect(extensions).toEqual({ cost: { requested: 5_151_001, actual: 0, maximum: 10_000 } });
  });

  it('what it says would pass passes, and no more than that', async () => {
    const costly = (first: number): string =>
      `{ claims(first: ${first}) { nodes { relation { claims(first: 100) { nodes { id } } } } } }`;
    const { errors } = await app.query(costly(500));
    const [refusal] = errors ?? [];
    const first = Number(/at most first: (\d+) at claims\./.exec(refusal?.message ?? '')?.[1]);
    expect(refusal?.extensions).toMatchObject({
      heaviest: 'claims.nodes.relation.claims.nodes',
      passes: { first, at: 'claims' },
    });
    expect((await app.query(costly(first))).errors).toBeUndefined();
    expect((await app.query(costly(first + 1))).errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COSTLY' } },
    ]);
  });

  it.each([
    ['a page', (size: number) => `{ claims(first: ${size}) { nodes { id } } }`, 'first'],
    [
      'a page inside',
      (size: number) => `{ entity(id: "cia") { relations(last: ${size}) { nodes { id } } } }`,
      'last',
    ],
    [
      'a subgraph',
      (size: number) => `{ subgraph(seeds: ["cia"], maxNodes: ${size}) { nodes { id } } }`,
      'maxNodes',
    ],
    [
      'an analysis',
      (size: number) => `{ analysis(measure: DEGREE, maxNodes: ${size}) { nodes { score } } }`,
      'maxNodes',
    ],
  ])('advises no size that %s may not have', async (_, document, argument) => {
    const { errors } = await app.query(document(20_000));
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
    const [, size] = new RegExp(`at most ${argument}: (\\d+) at`).exec(errors?.[0]?.message ?? '') ?? [];
    expect(Number(size)).toBeGreaterThan(0);
    expect((await app.query(document(Number(size)))).errors).toBeUndefined();
  });

  it.each([
    ['pages in pages in pages', wide],
    [
      'pages in pages by a variable',
      'query ($n: Int = 500) { claims(first: $n) { nodes { relation { claims(first: $n) { nodes { id } } } } } }',
    ],
    [
      'the same by fragments',
      '{ ...A } fragment A on Query { claims(first: 500) { nodes { ...B } } } fragment B on Claim { relation { claims(first: 100) { nodes { id quoteAt { start } } } } }',
    ],
    [
      'a graph and all that is said in it',
      '{ subgraph(seeds: ["cia"], maxNodes: 2000, maxRelations: 5000) { relations { claims { nodes { id } } } } }',
    ],
    [
      '30 subgraphs',
      `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: subgraph(seeds: ["cia"], maxNodes: 300) { nodes { id } }`).join(' ')} }`,
    ],
  ])('refuses %s', async (_, document) => {
    expect(await app.query(document)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 'cost', max: 10_000 } }],
      extensions: { cost: { actual: 0 } },
    });
  });

  it('the explorer’s own document passes, as it is', async () => {
    const subgraph = explorers.find((document) => explorerDocuments.has(digestOfDocument(document)));
    if (!subgraph) throw new Error('the explorer has no such document');
    const answer = await app.query(print(subgraph), { seeds: ['cia'] });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ subgraph: { nodes: [{ id: 'cia' }] } });
    const changed = print(subgraph).replace('first: 50', 'first: 60');
    expect((await app.query(changed, { seeds: ['cia'] })).errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COSTLY' } },
    ]);
  });

  it('refuses a subscription when it is opened, and not at each event', async () => {
    const document = `subscription { graphChanged { article { claims(first: 100) { nodes { relation {
      claims(first: 100) { nodes { id } } } } } } } }`;
    expect(await app.query(document)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 'cost' } }],
    });
  });

  it('a setting changes the maximum', async () => {
    const strict = await openApp({ settings: { CLAIMGRAPH_MAX_COST: '20' } });
    try {
      expect((await strict.query('{ claims(first: 19) { nodes { id } } }')).errors).toBeUndefined();
      expect((await strict.query('{ claims(first: 20) { nodes { id } } }')).errors?.[0]?.message).toContain(
        'It passes with at most first: 19 at claims.',
      );
    } finally {
      await strict.close();
    }
  });
});
