import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { split } from './splitter.ts';

const statements = (text: string): string[] =>
  split(text)
    .parts.filter((part) => part.kind !== 'blank')
    .map((part) => part.statement);

const kinds = (text: string): string[] => split(text).parts.map((part) => part.kind);

describe('statements', () => {
  test.each([
    ["CREATE (a {t: 'x;y'}); CREATE (b)", ["CREATE (a {t: 'x;y'})", 'CREATE (b)']],
    ['CREATE (`a;b`); // note; not a statement\nRETURN 1;', ['CREATE (`a;b`)', 'RETURN 1']],
    ['/* a; b */ RETURN /* c; d */ 1 /* e */;', ['RETURN /* c; d */ 1']],
    [';;\n;RETURN 1;;', ['RETURN 1']],
    ['// only a comment', []],
    ['', []],
    ["MERGE (a {url: 'http://a/*b'}); RETURN '*/'", ["MERGE (a {url: 'http://a/*b'})", "RETURN '*/'"]],
    [':begin\nRETURN 1;\n:commit', [':begin', 'RETURN 1', ':commit']],
    [":param x => 'a;b';\r\nRETURN $x", [":param x => 'a;b';", 'RETURN $x']],
    [":param x => 'a\nb'\nRETURN $x", [":param x => 'a\nb'", 'RETURN $x']],
    ['RETURN 1 AS a\n:param x => 1', ['RETURN 1 AS a\n:param x => 1']],
  ])('%j', (text, expected) => {
    expect(statements(text)).toEqual(expected);
  });
});

describe('kinds', () => {
  test.each([
    ['create constraint x if not exists for (n:E) require n.id is unique', 'schema'],
    ['CREATE OR REPLACE FULLTEXT INDEX x FOR (n:E) ON EACH [n.name]', 'schema'],
    ['/* first */ DROP INDEX x', 'schema'],
    ['CREATE (index:Index)', 'data'],
    ['CREATE index = (a)-[:R]->(b)', 'data'],
    ['MATCH (n) CREATE (m)', 'data'],
    [':use neo4j', 'command'],
    ['  // nothing', 'blank'],
  ])('%s is %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });
});

test('a statement of more tokens than memory bears is told, and nothing behind it is read', () => {
  const opening = 'RETURN 1; ';
  const text = `${opening}RETURN ${'('.repeat(1_000_000)}`;
  const { parts, problems } = split(text);
  expect(problems).toEqual([{ code: 'LONG_STATEMENT', offset: opening.length, length: 1 }]);
  expect(parts[1]?.tokens.length).toBeLessThan(300_000);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('places count lines ended by LF, CRLF and CR', () => {
  const { parts } = split("RETURN '\n';\r\n  RETURN 2;\r\t/* x */ RETURN 3");
  expect(parts.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [3, 3],
    [4, 10],
  ]);
});

const blank = fc.constantFrom('', ' ', '\n', '\r\n', '/* ; */', "// it's; \n", '\n/** `x **/ ');
const quoted = fc
  .tuple(fc.constantFrom("'", '"'), fc.string({ unit: fc.constantFrom(...Array.from('a;\'"`\\/*\n')) }))
  .map(([quote, value]) => quote + value.replaceAll(/[\\'"]/g, String.raw`\$&`) + quote);
const name = fc
  .string({ unit: fc.constantFrom(...Array.from('a;\'"\\/*\n`')) })
  .map((value) => `\`${value.replaceAll('`', '``')}\``);
const statement = fc
  .array(fc.tuple(fc.oneof(quoted, name, fc.constantFrom('x', '(', '1.5')), blank), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => `RETURN ${pieces.map(([token, gap]) => `+ ${token}${gap}`).join(' ')}`);
const cypher = fc.array(fc.tuple(blank, statement, blank), { maxLength: 5 });

test('a script made of statements is split into those statements', () => {
  fc.assert(
    fc.property(cypher, blank, (pieces, tail) => {
      const text = `${pieces.map(([before, body, after]) => `${before}${body}${after};`).join('')}${tail}`;
      const found = statements(text);
      expect(found.length).toBe(pieces.length);
      for (const [index, [, body]] of pieces.entries()) {
        expect(body.startsWith(found[index] ?? '?')).toBe(true);
      }
    }),
    { numRuns: 20_000 },
  );
});

const anything = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('\'"`\\;/*:$\n\r uA0'), '//', '/*', '*/', '\n:') }),
  fc.string({ unit: 'binary' }),
);

test('parts joined are the script, and every statement stands where its place says', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { parts } = split(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { kind, statement: body, offset, line, column } of parts) {
        if (kind === 'blank') continue;
        expect(text.startsWith(body, offset)).toBe(true);
        const before = text.slice(0, offset).split(/\r\n|\n|\r/);
        expect({ line, column }).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
      }
    }),
    { numRuns: 20_000 },
  );
});
