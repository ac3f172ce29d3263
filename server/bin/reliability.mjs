import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { prepare } from './prepare.mjs';
import { runNode } from './run.mjs';
import { main, Problem, root, say } from './workspace.mjs';

/** The campaigns of docs/reliability.md: files of tests, and which need no Neo4j beside them. */
const goals = {
  G1: { files: ['store-faults', 'connection-faults', 'file-faults'].map(campaign) },
  G2: { files: ['kills', 'killed-load'].map(campaign) },
  G3: { files: [campaign('power-loss')], alone: true },
  G4: { files: [campaign('damage')], alone: true },
  G6: { files: ['tests/loader/splitting'] },
  G7: { files: [campaign('graphql-inputs'), 'tests/http/schemathesis.test.ts'] },
  G8: { files: [campaign('hostile-names')] },
  G10: { files: ['load-held', 'soak'].map(campaign) },
  G11: { files: [campaign('slow-sockets')], alone: true },
  G13: { files: ['history-checker', 'clients'].map(campaign) },
  G14: { files: [campaign('secrets')] },
  G15: { files: ['tests/http/audit.test.ts'], alone: true },
};

const help = `Runs the long form of the campaigns that docs/reliability.md describes: hours on a small machine.

  npm run reliability -- [${Object.keys(goals).join(' ')}] [--seed NUMBER]

All of them unless some are named. Each prints its seed; --seed repeats a run.`;

function campaign(name) {
  return `tests/reliability/${name}.test.ts`;
}

await main(async () => {
  const { wanted, seed, wantsHelp } = options();
  if (wantsHelp) {
    say(help);
    return 0;
  }
  await prepare();
  // Only now, as it imports a dependency that `prepare` may have had to install.
  const { databaseEnvironment, startDatabases } = await import('./test-databases.mjs');
  const { missing, stop, ...parts } = wanted.every((goal) => goals[goal].alone)
    ? { databases: [], missing: [], stop: async () => {} }
    : await startDatabases();
  for (const reason of missing) say(`skipped: ${reason}`);
  const env = {
    ...process.env,
    CLAIMGRAPH_TEST_FULL: '1',
    CLAIMGRAPH_TEST_SEED: String(seed),
    ...databaseEnvironment(parts),
  };
  try {
    let failed = 0;
    for (const goal of wanted) {
      say(`\n${goal}, seed ${seed}`);
      const started = Date.now();
      const { files } = goals[goal];
      const args = [
        'run',
        '--project=stores',
        '--project=api',
        '--reporter=verbose',
        '--no-file-parallelism',
        ...files,
      ];
      const vitest = join(root, 'node_modules/vitest/vitest.mjs');
      const { code } = await runNode([vitest, ...args], { cwd: root, env, inherit: true });
      if (code !== 0) failed += 1;
      say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${goal} in ${Math.round((Date.now() - started) / 1000)} s`);
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await stop();
  }
});

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { seed: { type: 'string' }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !Object.hasOwn(goals, name));
    if (unknown) throw new Problem(`There is no campaign ${unknown}.\n\n${help}`);
    const seed = Number(values.seed ?? randomInt(2 ** 31));
    if (!Number.isSafeInteger(seed)) throw new Problem(`"${values.seed}" is no whole number.`);
    return {
      wanted: positionals.length > 0 ? positionals : Object.keys(goals),
      seed,
      wantsHelp: values.help,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${error.message}\n\n${help}`);
  }
}
