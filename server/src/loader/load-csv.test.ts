import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { csvRows, maxCsvBytes } from './csv-rows.ts';
import { withCsvRows } from './load-csv.ts';
import { split } from './splitter.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimgraph-csv-'));
  writeFileSync(
    join(folder, 'people.csv'),
    '\uFEFFname,born,note\r\n"Ruiz, ""Ana""",1970,\r\nBo,,"",extra\r\n\r\n',
  );
  writeFileSync(join(folder, 'with space.csv'), 'a;b\n');
  writeFileSync(join(folder, 'broken.csv'), 'a,"b\n');
  writeFileSync(join(folder, 'large.csv'), Buffer.alloc(maxCsvBytes + 1, 'a'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(url: string, headers = false, delimiter = ','): unknown {
  const result = csvRows({ url, folder, headers, delimiter });
  return result.kind === 'rows' ? result.rows : result.refusal.code;
}

describe('rows', () => {
  test('are lists of texts without headers; what is empty and not quoted is null', () => {
    expect(read('people.csv')).toEqual([
      ['name', 'born', 'note'],
      ['Ruiz, "Ana"', '1970', null],
      ['Bo', null, '', 'extra'],
    ]);
  });

  test('are maps with headers', () => {
    expect(read('file:///people.csv', true)).toEqual([
      { name: 'Ruiz, "Ana"', born: '1970', note: null },
      { name: 'Bo', born: null, note: '' },
    ]);
  });

  test.each([
    ['file:///with%20space.csv', ';', [['a', 'b']]],
    ['nowhere.csv', ',', 'FILE_NOT_FOUND'],
    ['broken.csv', ',', 'FILE_NOT_READABLE'],
    ['.', ',', 'SCRIPT_NOT_ALLOWED'],
    ['large.csv', ',', 'FILE_TOO_LARGE'],
    ['people.csv', ';;', 'VALUE'],
    ['https://example.test/people.csv', ',', 'SCRIPT_NOT_ALLOWED'],
  ])('of %s', (url, delimiter, expected) => {
    expect(read(url, false, delimiter)).toEqual(expected);
  });
});

test('the statement takes the rows as a parameter, and its places stay where they were', () => {
  const text = `MATCH (n) // LOAD CSV\nLOAD  CSV /* here */ WITH HEADERS\nFROM "people.csv" AS row FIELDTERMINATOR ','\nCREATE (m {x: $csv1})`;
  const [part] = split(text).parts;
  if (!part) throw new Error('there is a part');
  const { cypher, parameters, findings } = withCsvRows(part, text, folder);
  expect(findings).toEqual([]);
  expect(Array.from(parameters.keys())).toEqual(['csv2']);
  expect(cypher.replaceAll(/ +/g, ' ')).toBe(
    'MATCH (n) // LOAD CSV\nUNWIND \n $csv2 AS row \nCREATE (m {x: $csv1})',
  );
  expect(cypher.indexOf('CREATE')).toBe(text.indexOf('CREATE'));
  expect(withCsvRows(part, text, undefined).cypher).toBe(text);
});
