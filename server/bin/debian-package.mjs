import { existsSync } from 'node:fs';

import { run } from './run.mjs';
import { say } from './workspace.mjs';

/** Installs a package where this is Debian and we are root. Whoever asked looks whether it is there now. */
export async function installDebianPackage(name, purpose) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  say(`Installing ${name} for ${purpose} (once) ...`);
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '-y', '--no-install-recommends', name]);
}
