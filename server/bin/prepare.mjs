import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { run, runNode } from './run.mjs';
import { manifest, Problem, root, say } from './workspace.mjs';

const packages = ['server', 'client', 'tests', 'bench'];

/** What each half is built from, and the file that shows that it was. */
const halves = {
  server: {
    sources: ['server/src', 'server/vite.config.ts', 'server/package.json'],
    result: 'server/dist/main.mjs',
  },
  client: {
    sources: [
      'client/src',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'server/schema.graphql',
    ],
    result: 'client/dist/index.html',
  },
};

/**
 * Installs what is missing and builds what changed, so that every command works on a fresh clone with
 * Node and npm alone. Takes a fraction of a second when there is nothing to do.
 */
export async function prepare({ client = true, build = true } = {}) {
  checkNode();
  await install();
  if (!build) return;
  await buildHalf('server');
  if (client) await buildHalf('client');
}

/** Refuses a Node that is too old, before anything fails in a way nobody understands. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(
    `Claimgraph needs Node 20.19 or newer, and this is Node ${process.versions.node}. ` +
      'Install a current release from https://nodejs.org and run the command again.',
  );
}

async function install() {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json'].concat(
    packages.map((name) => `${name}/package.json`),
  );
  const mark = fingerprint(
    manifests.map((path) => join(root, path)),
    { base: root, salt: `${process.platform} ${process.arch}` },
  );
  const stampFile = join(root, 'node_modules/.claimgraph-installed');
  if (isStamped(stampFile, mark)) return;
  const { packageManager } = manifest();
  say('Installing dependencies (once; about a minute) ...');
  const { code, output } = await run(
    'npx',
    ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'],
    // Without a terminal pnpm asks nobody: CI tells it to go on.
    { cwd: root, env: { ...process.env, CI: 'true' } },
  );
  if (code !== 0) throw new Problem(`${lastLines(output, 15)}\n\n${installHint(output)}`);
  stamp(stampFile, mark);
}

function installHint(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(output)) {
    return (
      'The dependencies could not be downloaded: the npm registry does not answer. Check the network ' +
      '(behind a proxy: npm config set proxy URL) and run the command again.'
    );
  }
  if (/ENOSPC/.test(output))
    return 'The disk is full: about 600 MB are needed. Make room and run the command again.';
  return 'The dependencies could not be installed; the lines above say why.';
}

async function buildHalf(name) {
  const { sources, result } = halves[name];
  const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', `${name}/package.json`, `${name}/tsconfig.json`];
  const mark = fingerprint(
    [...sources, ...shared].map((path) => join(root, path)),
    { base: root },
  );
  const stampFile = join(root, name, 'dist/.built-from');
  if (isStamped(stampFile, mark) && existsSync(join(root, result))) return;
  say(`Building the ${name === 'client' ? 'explorer' : 'server'} ...`);
  const { code, output } = await runNode(
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: join(root, name) },
  );
  if (code !== 0) throw new Problem(`${lastLines(output, 40)}\n\nThe ${name} could not be built.`);
  stamp(stampFile, mark);
}

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
