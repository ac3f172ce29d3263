import { join } from 'node:path';

import { readVocabulary } from '../server/src/app/read-vocabulary.ts';
import { workspace } from '../server/src/app/workspace.ts';
import { lineIndex } from '../server/src/loader/line-index.ts';
import { loadScripts } from '../server/src/loader/load.ts';
import { readScripts } from '../server/src/loader/reader.ts';
import { partsOf, split } from '../server/src/loader/splitter.ts';
import { costOf, longScripts, measureLongLoad } from './support/long-load.ts';
import { textOfScript } from './support/long-script.ts';
import { head, medians, row } from './support/rounds.ts';
import { withBuiltProgram, withCypherShell } from './support/shell.ts';
import { sides } from './support/sides.ts';
import type { Side } from './support/sides.ts';

/**
 * What loading costs beside the same statements given to the bare engine or the bare driver, one by one in
 * one transaction, and beside cypher-shell. On the embedded store; on Neo4j too where CLAIMGRAPH_STORE
 * names one, whose data are deleted: use an empty database. `--short` leaves out the long scripts, which
 * take minutes.
 */
const folders = workspace();
const vocabulary = await readVocabulary(folders.cypher);
const options = { vocabulary, by: 'bench' };
const rounds = 25;
/** Neo4j takes seconds where it has to plan every statement anew, as it does for a script that is new to it. */
const firstRounds = 5;

async function shippedScripts({ name, bare, emptyStore }: Side): Promise<void> {
  const scripts = await readScripts([join(folders.cypher, 'schema'), join(folders.cypher, 'articles')], {
    root: folders.root,
  });
  const parts = scripts.flatMap(({ text }) => split(text).parts);
  const statements = (kind: 'schema' | 'data'): readonly string[] =>
    parts.filter((part) => part.kind === kind).map(({ statement }) => statement);
  const [schema, data] = [statements('schema'), statements('data')];
  const store = await emptyStore();
  const load = async (): Promise<void> => void (await loadScripts(store, scripts, options));
  const ways = { bare: async () => bare.run(schema, data), loader: load };
  const empty = async (): Promise<void> =>
    void (await store.write(async (transaction) => transaction.run('MATCH (n) DETACH DELETE n')));
  const times = await medians({ ...ways, again: load }, rounds, async (way) => {
    if (way !== 'again') await empty();
  });
  const { loader, again } = times;
  console.log(
    row(`${name}: load the shipped scripts`, loader, { base: times.bare, of: 'their bare statements' }),
  );
  console.log(row(`${name}: load them again, unchanged`, again, { base: loader, of: 'the first load' }));
  if (name === 'Neo4j') {
    const first = await medians(ways, firstRounds, async () => {
      await empty();
      await store.runAlone('CALL db.clearQueryCaches()');
    });
    console.log(
      row('Neo4j: load them when nothing was ever planned, our own statements neither', first.loader, {
        base: first.bare,
        of: 'their bare statements, likewise',
      }),
    );
  }
  await store.close();
}

async function commandLine(): Promise<void> {
  const neo4j = sides.find(({ name }) => name === 'Neo4j');
  const file = join(folders.cypher, 'articles/2026-01-28-cia-annex-venezuela.cypher');
  const shell = withCypherShell(file);
  if (!neo4j || !shell) return;
  const ours = withBuiltProgram(folders.root, file);
  const empty = async (): Promise<void> => (await neo4j.emptyStore()).close();
  const times = await medians({ shell, ours }, 3, empty);
  console.log(
    row('Neo4j: claimgraph load, start to finish', times.ours, { base: times.shell, of: 'cypher-shell -f' }),
  );
}

function longOnes({ name }: Side): void {
  for (const script of longScripts) {
    const bare = costOf({ script, side: name, way: 'bare' });
    const ours = costOf({ script, side: name, way: 'loader' });
    const memory = `${ours.megabytes.toFixed(0)} MB at most, bare ${bare.megabytes.toFixed(0)} MB`;
    console.log(
      row(`${name}: load ${script} (${memory})`, ours.milliseconds, {
        base: bare.milliseconds,
        of: 'its bare statements',
      }),
    );
  }
}

async function splitting(): Promise<void> {
  const texts = [1, 10].map((size) => {
    const text = textOfScript({ statements: size * 8000, text: 30 });
    return text.repeat(Math.ceil((size * 1024 * 1024) / text.length)).slice(0, size * 1024 * 1024);
  });
  const times = await medians(
    Object.fromEntries(
      texts.map((text, at) => [
        ['one', 'ten'][at] ?? '',
        async () => {
          for (const { offset } of partsOf(text, { lines: lineIndex(text), problems: [] })) void offset;
        },
      ]),
    ),
    5,
  );
  console.log(row('split 10 MB', times['ten'] ?? 0, { base: times['one'] ?? 0, of: '1 MB' }));
}

const [flag, argument] = process.argv.slice(2);
if (flag === '--long' && argument !== undefined) await measureLongLoad(argument, vocabulary);
else {
  console.log(head);
  for (const side of sides) await shippedScripts(side);
  await commandLine();
  await splitting();
  if (flag !== '--short') sides.forEach(longOnes);
  for (const { bare } of sides) await bare.close();
}
