import { existsSync } from 'node:fs';

import { installDebianPackage } from './debian-package.mjs';
import { Problem } from './workspace.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium for the browser tests; on Debian, root installs it. Throws Problem when there is none. */
export async function ensureChromium() {
  const found = [process.env.CHROME_PATH, ...usualPlaces].find((path) => path && existsSync(path));
  if (found) return found;
  await installDebianPackage('chromium', 'the browser tests');
  if (existsSync(usualPlaces[0])) return usualPlaces[0];
  throw new Problem('no Chromium was found; install one, or name it in CHROME_PATH');
}
