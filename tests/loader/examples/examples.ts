import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findWorkspace } from '../../../server/src/app/workspace.ts';
import type { Permissions } from '../../../server/src/loader/load-options.ts';
import { loadScripts } from '../../../server/src/loader/load.ts';
import type { LoadReport } from '../../../server/src/loader/report.ts';
import type { Store } from '../../../server/src/store/store.ts';
import { scriptNamed, vocabulary } from '../port-article.ts';

const examplesFolder = join(findWorkspace(), 'tests', 'fixtures', 'examples');

/** A script of a kind that people bring along. What it makes with cypher-shell stands in `expected/`. */
export interface Example {
  readonly name: string;
  readonly allow?: Permissions;
  /** It reads files, which a Neo4j of the tests does not: its graph was recorded with one that may. */
  readonly readsFiles?: true;
  /** What only Neo4j runs, as `line:column message`. */
  readonly embedded?: string;
}

export const examples: readonly Example[] = [
  { name: 'movies' },
  { name: 'merge-chain' },
  { name: 'crime' },
  { name: 'offshore' },
  { name: 'northwind', readsFiles: true, allow: { csvFolder: join(examplesFolder, 'northwind') } },
  { name: 'schema-and-data' },
  { name: 'shell-commands' },
  { name: 'semicolons' },
  { name: 'wipe', allow: { delete: true } },
  { name: 'subqueries' },
  { name: 'loops' },
  { name: 'quoted-names' },
  {
    name: 'doubled-backticks',
    embedded: '3:16 Not supported on the embedded store: a doubled backtick in a name.',
  },
  { name: 'batches', embedded: '3:43 Not supported on the embedded store: CALL { } IN TRANSACTIONS.' },
  { name: 'places-and-dates', embedded: '3:13 Not supported on the embedded store: point().' },
  {
    name: 'any-date',
    embedded:
      '2:22 Not supported on the embedded store: date() of anything but a full date that is written out, such as 2026-01-28.',
  },
  { name: 'labels', embedded: '2:15 Not supported on the embedded store: a choice of labels in a pattern.' },
];

/** What no database of today takes, with the modern form of the very line. */
export const refusedExamples: readonly { readonly name: string; readonly hints: readonly string[] }[] = [
  {
    name: 'old-schema',
    hints: [
      '1:1 Write: CREATE CONSTRAINT IF NOT EXISTS FOR (m:Mill) REQUIRE m.name IS UNIQUE;',
      '2:1 Write: CREATE INDEX IF NOT EXISTS FOR (n:Mill) ON (n.river);',
    ],
  },
  {
    name: 'old-query',
    hints: [
      '1:22 Write: $name',
      '2:1 Write: MATCH (m) RETURN m',
      '3:21 Write: MATCH (m:Mill)-[r:ON|NEAR*1..2]->(x)',
      '4:7 Write: WHERE m.name IS NOT NULL RETURN x',
      "5:1 Write: LOAD CSV WITH HEADERS FROM 'file:///mills.csv' AS row CALL { WITH row CREATE (:Mill {name: row.name}) } IN TRANSACTIONS OF 500 ROWS",
    ],
  },
];

export function exampleFile(name: string): string {
  return join(examplesFolder, `${name}.cypher`);
}

function exampleText(name: string): string {
  return readFileSync(exampleFile(name), 'utf8');
}

/** Where the graph that cypher-shell makes of an example is kept. */
export function expectedFile(name: string): string {
  return join(examplesFolder, 'expected', `${name}.json`);
}

export async function loadExample(
  store: Store,
  { name, allow = {} }: Pick<Example, 'name' | 'allow'>,
): Promise<LoadReport> {
  const script = scriptNamed(`${name}.cypher`, exampleText(name));
  return loadScripts(store, [script], { vocabulary, by: 'tester', allow });
}
