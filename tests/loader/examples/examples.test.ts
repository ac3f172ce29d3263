import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadScripts } from '../../../server/src/loader/load.ts';
import type { LoadReport } from '../../../server/src/loader/report.ts';
import { openNeo4jStore } from '../../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../../server/src/store/store.ts';
import { cypherShell, runInShell } from '../../support/cypher-shell.ts';
import { graphSummary } from '../../support/graph-digest.ts';
import { emptyNeo4j, testNeo4js } from '../../support/neo4j.ts';
import { forEachStore } from '../../support/stores.ts';
import { scriptNamed, vocabulary } from '../port-article.ts';
import {
  type Example,
  exampleFile,
  examples,
  exampleText,
  expectedFile,
  refusedExamples,
} from './examples.ts';

const shell = cypherShell();
/** Set where the Neo4j of this run may read the examples' CSV files: to record their graphs anew. */
const serverReadsFiles = process.env['CLAIMGRAPH_TEST_NEO4J_READS_FILES'] === '1';

interface Expected {
  readonly statements: number;
  readonly nodes: number;
  readonly relations: number;
  readonly digest: string;
}

function expectedOf({ name }: Example): Expected {
  const { statements, nodes, relations, digest } = JSON.parse(
    readFileSync(expectedFile(name), 'utf8'),
  ) as Expected;
  return { statements, nodes, relations, digest };
}

async function loadExample(
  store: Store,
  { name, allow = {} }: Pick<Example, 'name' | 'allow'>,
): Promise<LoadReport> {
  const script = scriptNamed(`${name}.cypher`, exampleText(name));
  return loadScripts(store, [script], { vocabulary, by: 'tester', allow });
}

forEachStore((store, open) => {
  it.each(examples)(
    '$name becomes the graph that cypher-shell makes of it, or is refused by name',
    async (example) => {
      const opened = await open();
      const { scripts } = await loadExample(opened, example);
      const [report] = scripts;
      if (store === 'embedded' && example.embedded !== undefined) {
        expect(report).toMatchObject({
          outcome: 'failed',
          problems: [{ hint: expect.stringContaining('Use Neo4j') as string }],
        });
        const told = report?.outcome === 'failed' ? report.problems : [];
        expect(told.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
          example.embedded,
        ]);
        expect(await graphSummary(opened)).toMatchObject({ nodes: 0, relations: 0 });
        return;
      }
      const statements = report?.outcome === 'loaded' ? report.change.statements : report;
      expect({ statements, ...(await graphSummary(opened)) }).toEqual(expectedOf(example));
    },
  );
});

it.each(refusedExamples)('$name is refused with the modern form of each line', async ({ name, told }) => {
  const store = {} as Store;
  const { scripts } = await loadExample(store, { name, allow: { csvFolder: '/nowhere' } });
  const [report] = scripts;
  expect(
    report?.outcome === 'failed'
      ? report.problems.map(({ line, column, hint }) => `${line}:${column} ${hint}`)
      : report,
  ).toEqual(told);
});

if (shell !== null) {
  describe.each(testNeo4js())('cypher-shell on $name', (server) => {
    const comparable = examples.filter(({ readsFiles }) => readsFiles !== true || serverReadsFiles);
    it.each(comparable)('$name makes the graph that is recorded', async ({ name }) => {
      await emptyNeo4j(server);
      const statements = await runInShell(shell, server, exampleFile(name));
      const store = await openNeo4jStore(server);
      try {
        const made = { statements, ...(await graphSummary(store)), by: `cypher-shell ${shell.version}` };
        await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(expectedFile(name));
      } finally {
        await store.close();
      }
    });
  });
}
