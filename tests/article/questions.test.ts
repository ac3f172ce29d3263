import { afterAll, beforeAll, expect, test } from 'vitest';

import { LoadedGraph } from './loaded-graph.ts';
import { firstArticle } from './scripts.ts';

/** What an analyst asks of the first article, answered by the graph alone. */
let graph: LoadedGraph;

beforeAll(async () => {
  graph = await LoadedGraph.of(firstArticle.text);
});

afterAll(async () => graph.close());

const own = (slug: string): string => `${firstArticle.article}/${slug}`;

test('who gives the annex first priority: an unnamed official, through CNN, reported', async () => {
  expect(
    await graph.rows(
      `MATCH ()-[r]->({id: 'cia-annex-venezuela'}) WHERE r.quote CONTAINS 'priority number one'
       RETURN r.status AS status, r.attributedTo AS attributedTo`,
    ),
  ).toEqual([
    {
      status: 'reported',
      attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', `voice-${firstArticle.article}`],
    },
  ]);
});

test('how the CIA is tied to Cuba: asserted all the way over Ratcliffe, Rodríguez and Venezuela, and otherwise', async () => {
  const throughPeople = await graph.rows(
    `MATCH (:Entity {id: 'cia'})-[a]-({id: 'john-ratcliffe'})-[b]-({id: 'delcy-rodriguez'})-[c]-({id: 'venezuela'})-[d]-({id: 'cuba'})
     WHERE a.status = 'asserted' AND b.status = 'asserted' AND c.status = 'asserted' AND d.status = 'asserted'
     RETURN DISTINCT type(b) AS meeting, type(c) AS office, type(d) AS supply ORDER BY supply`,
  );
  expect(throughPeople).toEqual([
    { meeting: 'MET', office: 'LEADS', supply: 'ALLIED_WITH' },
    { meeting: 'MET', office: 'LEADS', supply: 'SUPPLIES' },
  ]);
  const overOneOther = await graph.column(
    `MATCH (:Entity {id: 'cia'})--(x:Entity)--(:Entity {id: 'cuba'}) RETURN DISTINCT x.id AS id ORDER BY id`,
  );
  expect(overOneOther).toEqual(['venezuela']);
});

test("whether Rodríguez takes Washington's orders: one bundle of contradicting claims", async () => {
  const bundle = await graph.rows(
    `MATCH (:Entity {id: 'delcy-rodriguez'})-[r]-(:Entity {id: 'united-states'})
     WHERE r.disputes IS NOT NULL OR type(r) = 'REJECTS_ORDERS_OF'
     RETURN r.id AS id, type(r) AS type, r.status AS status, r.attributedTo[0] AS speaker ORDER BY id`,
  );
  const rejects = 'REJECTS_ORDERS_OF';
  const [delcy, trump] = ['delcy-rodriguez', 'donald-trump'];
  expect(bundle).toEqual([
    { id: own('rodriguez-enough-already'), type: rejects, status: 'asserted', speaker: delcy },
    { id: own('rodriguez-enough-of-directives'), type: rejects, status: 'asserted', speaker: delcy },
    {
      id: own('rodriguez-plays-ball'),
      type: 'COOPERATES_WITH',
      status: 'opinion',
      speaker: `voice-${firstArticle.article}`,
    },
    { id: own('rodriguez-stopped-taking-orders'), type: rejects, status: 'reported', speaker: delcy },
    { id: own('trump-has-not-heard'), type: rejects, status: 'denied', speaker: trump },
    {
      id: own('trump-very-good-relationship'),
      type: 'ON_GOOD_TERMS_WITH',
      status: 'asserted',
      speaker: trump,
    },
  ]);
});

test('what is only planned in Venezuela: the footprint, the annex, the embassy, and to run the country', async () => {
  expect(
    await graph.column(
      `MATCH (:Entity {id: 'venezuela'})-[r]-(x:Entity) WHERE r.status = 'planned' RETURN DISTINCT x.id AS id ORDER BY id`,
    ),
  ).toEqual([
    'cia',
    'cia-annex-venezuela',
    'cia-footprint-venezuela',
    'united-states',
    'us-embassy-venezuela',
  ]);
  expect(
    await graph.column(
      `MATCH (:Entity {id: 'cia'})-[r:LIAISES_WITH|CULTIVATES|TARGETS]->(x:Entity) WHERE r.status = 'planned' RETURN x.id AS id ORDER BY id`,
    ),
  ).toEqual([
    'interim-government-venezuela',
    'locals-venezuela',
    'opposition-factions-venezuela',
    'third-parties-venezuela',
  ]);
});

test('what remains without CNN: not the annex nor its sources, but the operation, the oil, her words, the visit', async () => {
  const remaining = await graph.column(
    `MATCH (a:Entity)-[r]->(b:Entity) WHERE NOT 'cnn' IN r.attributedTo AND NOT 'cnn' IN [a.id, b.id]
     UNWIND [a.id, b.id] AS id RETURN DISTINCT id ORDER BY id`,
  );
  const left = new Set(remaining);
  const fallen = ['cia-annex-venezuela', 'us-embassy-venezuela', 'unnamed-us-official-cnn-2026-01-27'];
  expect(fallen.filter((id) => left.has(id))).toEqual([]);
  const standing = [
    'us-operation-venezuela-2026-01-03',
    'us-oil-cutoff-cuba',
    'delcy-rodriguez',
    'john-ratcliffe',
  ];
  expect(standing.filter((id) => !left.has(id))).toEqual([]);
});

test('what happened up to 3 January: the operation that overthrew Maduro, and what "this month" may cover', async () => {
  const happened = await graph.column(
    `MATCH (:Entity)-[r]->(:Entity) WHERE r.date STARTS WITH '2026-01-0' OR r.date = '2026-01'
     RETURN DISTINCT type(r) AS type ORDER BY type`,
  );
  expect(happened).toEqual([
    'ATTACKED',
    'CONDUCTED',
    'DELIVERED_MESSAGE_TO',
    'DEMANDS_OF',
    'MET',
    'OVERTHREW',
    'PARTICIPATED_IN',
  ]);
});

test('what is sure about Ratcliffe: the meeting is asserted, the message only reported', async () => {
  expect(
    await graph.rows(
      `MATCH (:Entity {id: 'john-ratcliffe'})-[r]-(:Entity {id: 'delcy-rodriguez'})
       RETURN type(r) AS type, r.status AS status, r.date AS date ORDER BY type, r.id`,
    ),
  ).toEqual([
    { type: 'DELIVERED_MESSAGE_TO', status: 'reported', date: '2026-01' },
    { type: 'MET', status: 'asserted', date: '2026-01' },
    { type: 'MET', status: 'asserted', date: '2026-01' },
  ]);
});

test('the report behind the article is known of, not held', async () => {
  expect(
    await graph.rows(
      `MATCH (a:Article {id: '${firstArticle.article}'}), (b:Article {id: a.basedOn})
       RETURN b.publisher AS publisher, b.outlet AS outlet, b.publishedAt AS publishedAt, b.text AS text`,
    ),
  ).toEqual([{ publisher: 'CNN', outlet: 'cnn', publishedAt: '2026-01-27', text: null }]);
});
