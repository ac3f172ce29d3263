import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from './run.mjs';
import { root, say } from './workspace.mjs';

/** Counts of a whole run, and what was skipped by name. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = [];

  add({ passed, failed, skipped }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped.push(...skipped);
  }

  /** Something that could not run here. Where everything must run, that is a failure. */
  skip(name) {
    this.skipped.push(name);
  }

  get line() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`;
  }
}

/**
 * Runs vitest on some projects and gives their counts. What it printed is shown only when something failed.
 * Output that holds a secret of the databases counts as a failure.
 *
 * As many files at once as vitest likes, unless `workers` says how many.
 *
 * @param {{ projects: readonly string[], title?: string, node?: string, filters?: string[],
 *   env?: Record<string, string | undefined>, workers?: number }} options
 */
export async function runTests({
  projects,
  title = projects.join(', '),
  node = process.execPath,
  filters = [],
  env,
  workers,
}) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-tests-'));
  const report = join(folder, 'report.json');
  const started = Date.now();
  try {
    const { code, output } = await run(
      node,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
        ...filters,
      ],
      { cwd: root, env: { ...process.env, ...env } },
    );
    const counts = readReport(report, code);
    const told = secretsIn(env ?? {}).filter((secret) => output.includes(secret)).length;
    if (told > 0) {
      say(`FAILED  ${title}: what the tests printed holds ${told} passwords of the databases`);
      counts.failed += 1;
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`${counts.failed === 0 ? 'ok    ' : 'FAILED'}  ${title}: ${counts.passed} passed in ${seconds} s`);
    if (counts.failed > 0) say(`\n${withoutSecrets(failures(output), env)}\n`);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Passwords of the databases that a run was given. */
function secretsIn({ CLAIMGRAPH_TEST_NEO4J: databases = '[]' }) {
  return JSON.parse(databases).map(({ password }) => password);
}

function withoutSecrets(text, env = {}) {
  return secretsIn(env).reduce((cleaned, secret) => cleaned.replaceAll(secret, '(secret)'), text);
}

function readReport(file, code) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const count = (status) => tests.filter((test) => test.status === status).length;
  // A file that cannot even be read has no tests that could fail.
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const failed = count('failed') + broken.length;
  return {
    passed: count('passed'),
    // Errors outside of any test, such as a rejection nobody handled, show in the exit code alone.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map((test) => test.fullName),
  };
}

/** The part of vitest's report that explains what went wrong. */
function failures(output) {
  const start = output.search(/^.*(?:Failed (?:Suites|Tests)|Unhandled Errors|Startup Error)/m);
  return output
    .slice(Math.max(start, 0))
    .replace(/^JSON report written.*$/m, '')
    .trim();
}
