import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { split } from '../../server/src/loader/splitter.ts';
import { neo4jLexer } from '../support/neo4j-lexer.ts';

/** The full form takes minutes: `npm run reliability`. */
const full = process.env['CLAIMGRAPH_TEST_FULL'] === '1';
const seed = Number(process.env['CLAIMGRAPH_TEST_SEED'] ?? Date.now() % 2 ** 31);
const timeout = 30 * 60_000;

const pieces = Array.from('\'"`\\;/*:${}()[]|-<>.,=+&!%~^?#@ \t\n\r\f0aAzé漢😀\u00A0\u2003\u2028').concat(
  ['//', '/*', '*/', '/**/', '/*/', "''", '""', '``', "\\'", '\\"', '\\\\', '\r\n', '\n:', ';;', '$`', '$a'],
  [
    'RETURN 1',
    'CALL { ',
    ' }',
    'MATCH (n)',
    "'it\\'s; '",
    '"x;y"',
    '`a``b;`',
    '// ; \n',
    '/* ; */',
    'http://',
  ],
);
const scribble = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const anything = fc.oneof(
  { weight: 9, arbitrary: scribble },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

it(`gives back every script when its parts are joined, and never throws (seed ${seed})`, { timeout }, () => {
  const property = fc.property(anything, (text) => {
    const { parts } = split(text);
    const joined = parts.map((part) => part.text).join('');
    return joined === text && (isRefused(text) || parts.every((part) => endsWell(part.text)));
  });
  expect(() => fc.assert(property, { seed, numRuns: full ? 1_000_000 : 20_000 })).not.toThrow();
});

/** What is told of a part is what stands in it. */
function endsWell(part: string): boolean {
  return split(part).parts.length === 1;
}

const lexer = neo4jLexer();

describe.each(lexer === null ? [] : [{ ends: lexer }])('Neo4j', ({ ends }) => {
  it(`sees statements end at the same places (seed ${seed})`, { timeout }, async () => {
    const count = full ? 10_000 : 200;
    const scripts = fc
      .sample(scribble, { seed, numRuns: count * 20 })
      .filter((text) => text.includes(';') && !isRefused(text))
      .slice(0, count);
    expect(scripts).toHaveLength(count);
    const theirs = await ends(scripts);
    for (const [at, script] of scripts.entries()) {
      expect({ script, ends: theirs[at] }).toEqual({ script, ends: statementEnds(script) });
    }
  });
});

/** What the loader refuses, or takes for a line of a shell, it need not read as Neo4j does. */
function isRefused(script: string): boolean {
  const { parts, problems } = split(script);
  return problems.length > 0 || parts.some(({ kind }) => kind === 'command');
}

function statementEnds(script: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  for (const { text } of split(script).parts) {
    at += text.length;
    ends.push(at - 1);
  }
  // The last part may end without a semicolon.
  const last = split(`${script};`).parts.length === split(script).parts.length;
  return last ? ends.slice(0, -1) : ends;
}
