import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { ScriptReport } from '../../../server/src/loader/report.ts';
import type { ScriptProblem } from '../../../server/src/loader/script-problem.ts';
import { openEmbeddedStore } from '../../../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../../server/src/store/neo4j/neo4j-store.ts';
import { cypherShell, runInShell } from '../../support/cypher-shell.ts';
import { graphSummary } from '../../support/graph-digest.ts';
import { emptyNeo4j, testNeo4js } from '../../support/neo4j.ts';
import { forEachStore } from '../../support/stores.ts';
import {
  type Example,
  exampleFile,
  examples,
  expectedFile,
  loadExample,
  refusedExamples,
} from './examples.ts';

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

function told(report: ScriptReport | undefined): readonly ScriptProblem[] {
  return report?.outcome === 'failed' ? report.problems : [];
}

forEachStore((store, open) => {
  const refused = examples.filter(({ embedded }) => store === 'embedded' && embedded !== undefined);
  const loaded = examples.filter((example) => !refused.includes(example));

  it.each(loaded)('$name becomes the graph that cypher-shell makes of it', async (example) => {
    const opened = await open();
    const { scripts } = await loadExample(opened, example);
    expect(scripts).toMatchObject([{ outcome: 'loaded' }]);
    const statements = scripts[0]?.outcome === 'loaded' ? scripts[0].change.statements : 0;
    expect({ statements, ...(await graphSummary(opened)) }).toEqual(expectedOf(example));
  });

  it.each(refused)('$name is refused by name and place, and nothing of it is kept', async (example) => {
    const opened = await open();
    const { scripts } = await loadExample(opened, example);
    const problems = told(scripts[0]);
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      example.embedded,
    ]);
    expect(problems).toMatchObject([{ hint: expect.stringContaining('Use Neo4j') as string }]);
    expect(await graphSummary(opened)).toMatchObject({ nodes: 0, relations: 0 });
  });
});

it.each(refusedExamples)('$name is refused with the modern form of each line', async ({ name, hints }) => {
  const store = await openEmbeddedStore({ folder: null });
  const { scripts } = await loadExample(store, { name, allow: { csvFolder: '/nowhere' } });
  expect(told(scripts[0]).map(({ line, column, hint }) => `${line}:${column} ${hint}`)).toEqual(hints);
  await store.close();
});

const shell = cypherShell();
// One release is enough: above, the graph has to be the same on all of them.
const shells =
  shell === null
    ? []
    : testNeo4js()
        .slice(0, 1)
        .map((server) => ({ name: server.name, server, shell }));
/** Set where the Neo4j of this run may read the examples' CSV files: to record their graphs anew. */
const serverReadsFiles = process.env['CLAIMGRAPH_TEST_NEO4J_READS_FILES'] === '1';
const comparable = examples.filter(({ readsFiles }) => readsFiles !== true || serverReadsFiles);

describe.each(shells)('cypher-shell on $name', ({ server, shell: program }) => {
  it.each(comparable)('$name makes the graph that is recorded', async ({ name }) => {
    await emptyNeo4j(server);
    const statements = await runInShell(program, server, exampleFile(name));
    const store = await openNeo4jStore(server);
    try {
      const made = { statements, ...(await graphSummary(store)), by: `cypher-shell ${program.version}` };
      await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(expectedFile(name));
    } finally {
      await store.close();
    }
  });
});
