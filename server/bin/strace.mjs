import { existsSync } from 'node:fs';

import { installDebianPackage } from './debian-package.mjs';
import { Problem } from './workspace.mjs';

const usualPlaces = ['/usr/bin/strace', '/usr/local/bin/strace'];

/** Path of strace for the campaigns of failing file calls and power losses; on Debian, root installs it. Throws Problem when there is none. */
export async function ensureStrace() {
  const find = () => usualPlaces.find((path) => existsSync(path));
  if (!find()) await installDebianPackage('strace', 'simulated power losses');
  const found = find();
  if (found) return found;
  throw new Problem('no strace was found, which only Linux has; install it');
}
