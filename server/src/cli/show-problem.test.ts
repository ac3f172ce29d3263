import { createColors } from 'picocolors';
import { expect, test } from 'vitest';

import { lineIndex } from '../loader/line-index.ts';
import { problemAt } from '../loader/script-problem.ts';
import { problemLines } from './show-problem.ts';

function shown(text: string, meant: string, message = 'Why.'): readonly string[] {
  const finding = {
    code: 'SYNTAX',
    message,
    hint: 'Do this.',
    offset: text.indexOf(meant),
    length: meant.length,
  } as const;
  return problemLines(problemAt(finding, 'a.cypher', lineIndex(text)), createColors(false));
}

test('the mark stands below what it means, behind wide characters and tabs too', () => {
  expect(shown("\tRETURN '港' + wrong", 'wrong')).toEqual([
    'a.cypher:1:15: error: Why.',
    "   1 │  RETURN '港' + wrong",
    '     │                ^^^^^',
    '     = Do this.',
  ]);
});

test('of a long line only the part around the mark is shown', () => {
  const [, line, mark] = shown(`${'x'.repeat(500)}WRONG${'y'.repeat(500)}`, 'WRONG');
  expect(line).toMatch(/│ … x{36}WRONGy{55} …$/);
  expect(mark?.indexOf('^')).toBe(line?.indexOf('W'));
  expect(mark).toMatch(/ \^{5}$/);
});

test('a script cannot steer the terminal', () => {
  const lines = shown("RETURN '\u001B[2J\u202Eevil'", 'RETURN', 'It says \u001B]0;owned\u0007.');
  for (const steering of ['\u001B', '\u202E', '\u0007']) expect(lines.join('')).not.toContain(steering);
  expect(lines[1]).toContain("RETURN '·[2J·evil'");
});
