import fc from 'fast-check';

/** What a graph of any origin may hold. */
export const anyGraph = `CREATE (a:Film:\`Böse Art\` {title: 'It\\'s \\\\ "here"', released: 1999, score: 8.0, \`odd key\`: true, empty: ''});
CREATE (:In {\`match\`: 1, big: 9223372036854775807, small: -9223372036854775808, tiny: 5e-324, huge: 1e300, zero: -0.0});
CREATE (:Times {day: date('2026-01-28'), said: '2026-01-28', moment: datetime('2026-01-28T10:00:00.120+02:00'),
  local: localdatetime('2026-01-28T10:00:00'), clock: time('10:00:01+01:00'), wall: localtime('10:00:01'), span: duration('P1Y2M3DT4.5S')});
CREATE (:Lists {whole: [1, 2], floats: [1.0, 2.0], mixed: [1.0, 2.5], texts: ['a, b', ''], days: [date('2026-01-28')], dayTexts: ['2026-01-28'], none: [], flags: [true, false]});
CREATE (:Text {lines: 'one\\ntwo\\r\\nthree\\tfour', code: 'a; // b /* c */ \\\\u0041', unicode: '🦊 한국 \u0001\u2028'});
CREATE (), ();
CREATE (x {name: 'no label'})-[:\`odd type\` {weight: 1.0}]->(x);
CREATE (:Twin)-[:NEXT]->(:Twin)-[:NEXT]->(:Twin)-[:NEXT {last: true}]->(:Twin);
CREATE (l:Hub {name: 'hub'}), (l)-[:HAS]->(:Leaf), (l)-[:HAS]->(:Leaf), (l)-[:HAS {n: 1}]->(:Leaf), (l)-[:HAS {n: 1.0}]->(:Leaf);
CREATE (p:P {name: 'p'})-[:KNOWS {since: 2001}]->(q:P {name: 'q'}), (p)-[:KNOWS {since: 2001}]->(q), (q)-[:KNOWS]->(p);
`;

const literals = [
  '1',
  '1.0',
  '-7',
  '0.5',
  "'a'",
  "'1'",
  'true',
  '[1, 2]',
  '[1.0]',
  "['x']",
  "date('2026-01-28')",
  "'2026-01-28'",
];
const properties = fc
  .dictionary(fc.constantFrom('a', 'b', '`c d`', '`in`'), fc.constantFrom(...literals), { maxKeys: 2 })
  .map(
    (map) =>
      `{${Object.entries(map)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')}}`,
  );
const labels = fc.subarray([':A', ':B', ':`C d`'], { maxLength: 2 }).map((list) => list.join(''));
const place = fc.nat({ max: 5 });
const relation = fc.tuple(
  place,
  place,
  fc.constantFrom('R', '`S t`'),
  fc.oneof(fc.constant('{}'), properties),
);

/**
 * CREATE statements of up to six nodes, many of which say the same, and relations between them. They are
 * found for the relations by a number that is taken away again.
 */
export const generatedGraph = fc
  .tuple(
    fc.array(fc.tuple(labels, fc.oneof(fc.constant('{}'), properties)), { minLength: 1, maxLength: 6 }),
    fc.array(relation, { maxLength: 10 }),
  )
  .map(([nodes, relations]) => {
    const made = nodes.map(([label, map], at) => `(n${at}${label} ${map})`);
    const joined = relations.map(
      ([from, to, type, map]) => `(n${from % nodes.length})-[:${type} ${map}]->(n${to % nodes.length})`,
    );
    return `CREATE ${[...made, ...joined].join(', ')};\n`;
  });
