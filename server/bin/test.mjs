import { availableParallelism } from 'node:os';

import { runChecks } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { otherNodes } from './other-nodes.mjs';
import { prepare } from './prepare.mjs';
import { ensureStrace } from './strace.mjs';
import { runTests, Tally } from './test-run.mjs';
import { main, Problem, say } from './workspace.mjs';

const quick = process.argv.includes('--quick');
const filters = process.argv.slice(2).filter((argument) => argument !== '--quick');
/** Where everything must run, what cannot run has failed. */
const strict = Boolean(process.env.CI);

/** Files that run at once, each with databases of its own. */
const workers = Math.min(2, availableParallelism());

await main(async () => {
  await prepare();
  const tally = new Tally();
  // The databases take seconds to start: they do so while the unit tests run.
  const starting = quick ? null : startDatabases();
  // If that fails it is told where it is awaited.
  starting?.catch(() => {});
  try {
    if (filters.length === 0) await countChecks(tally);
    tally.add(await runTests({ projects: ['unit'], filters }));
    if (starting) await runWithRealParts(tally, await starting);
  } finally {
    await (await starting)?.stop();
  }
  for (const name of tally.skipped) say(`skipped: ${name}`);
  if (strict && tally.skipped.length > 0)
    say('Nothing may be skipped where CI is set: what was skipped counts as failed.');
  process.stdout.write(`${tally.line}\n`);
  return tally.failed > 0 || (strict && tally.skipped.length > 0) ? 1 : 0;
});

async function countChecks(tally) {
  for (const { name, ok, output } of await runChecks()) {
    say(`${ok ? 'ok    ' : 'FAILED'}  ${name}`);
    if (!ok) say(`\n${output.trim()}\n`);
    tally.add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });
  }
}

/** The database driver is imported late: before `prepare` it may not be installed. */
async function startDatabases() {
  const { databaseEnvironment, startDatabases: start } = await import('./test-databases.mjs');
  const { missing, stop, ...parts } = await start(workers);
  return { missing, stop, environment: databaseEnvironment(parts) };
}

async function runWithRealParts(tally, { environment, missing }) {
  for (const reason of missing) tally.skip(reason);
  const chromium = await orSkip(tally, 'browser tests', ensureChromium);
  const env = {
    ...environment,
    CLAIMGRAPH_TEST_CHROMIUM: chromium,
    CLAIMGRAPH_TEST_STRACE: await orSkip(tally, 'failing file calls and power losses', ensureStrace),
  };
  const projects = ['stores', 'api', ...(chromium ? ['browser'] : [])];
  await Promise.all([
    runTests({ projects, filters, env, workers }).then((counts) => tally.add(counts)),
    filters.length === 0 ? runOnOtherNodes(tally) : null,
  ]);
}

async function runOnOtherNodes(tally) {
  for (const { name, path } of (await orSkip(tally, 'other Node releases', otherNodes)) ?? []) {
    const unit = { projects: ['unit'], title: `unit on ${name}`, filters: ['server/src'] };
    tally.add(await runTests({ ...unit, node: path }));
    const contract = {
      projects: ['stores'],
      title: `embedded store on ${name}`,
      filters: ['tests/contract'],
      workers: 1,
    };
    const stores = await runTests({ ...contract, node: path });
    // What needs Neo4j skips itself here; it has run above.
    tally.add({ ...stores, skipped: [] });
  }
}

/** What a part gives, or undefined and an entry under what was skipped when it cannot be had here. */
async function orSkip(tally, name, part) {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tally.skip(`${name}: ${error.message}`);
    return undefined;
  }
}
