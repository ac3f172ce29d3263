import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { runNode } from './run.mjs';
import { root } from './workspace.mjs';

const tool = (path) => join(root, 'node_modules', path);

/** What must hold of the sources as they stand: each a tool that says nothing when all is well. */
const checks = [
  ...['server', 'client', 'tests', 'bench'].filter(hasSources).map((name) => ({
    name: `types of ${name}`,
    args: [tool('typescript/bin/tsc'), '-p', name],
  })),
  { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: [tool('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'dead code', args: [tool('knip/bin/knip.js'), '--no-progress'] },
];

/** The type checker takes a folder without sources for a mistake. */
function hasSources(name) {
  return readdirSync(join(root, name), { withFileTypes: true }).some(
    (entry) => entry.name.endsWith('.ts') || (entry.isDirectory() && entry.name !== 'node_modules'),
  );
}

/** The layer tables, sizes and lists: quick enough to stand with the checks, and part of the unit tests. */
const architecture = {
  name: 'architecture',
  args: [tool('vitest/vitest.mjs'), 'run', '--project', 'unit', 'tests/architecture'],
};

/**
 * Runs the checks two at a time and gives `{ name, ok, output }` for each.
 *
 * @param {{ withArchitecture?: boolean }} options
 */
export async function runChecks({ withArchitecture = false } = {}) {
  const pending = withArchitecture ? [...checks, architecture] : [...checks];
  const order = pending.map(({ name }) => name);
  const results = [];
  const work = async () => {
    for (let check = pending.shift(); check; check = pending.shift()) {
      const { code, output } = await runNode(check.args, { cwd: root });
      results.push({ name: check.name, ok: code === 0, output });
    }
  };
  await Promise.all([work(), work()]);
  return results.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
