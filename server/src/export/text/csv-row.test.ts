import { expect, it } from 'vitest';

import { csvRow } from './csv-row.ts';

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\0x',
  '  =cmd|calc',
  '\u00A0\u200B=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\n=1',
])('marks %j, which a spreadsheet would run', (cell) => {
  expect(csvRow([cell], { raw: false })).toMatch(/^"?'/u);
  expect(csvRow([cell], { raw: true })).not.toMatch(/^"?'/u);
});

it('writes rows by RFC 4180', () => {
  expect(csvRow(['a', '', 'b, "c"', 'd\ne', '1-2'], { raw: false })).toBe('a,,"b, ""c""","d\ne",1-2\r\n');
});
