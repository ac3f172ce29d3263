import { pathToFileURL } from 'node:url';

import { prepare } from './prepare.mjs';
import { main, root } from './workspace.mjs';

/** Whoever asks for help need not wait for the explorer to be built. */
const client = !process.argv.includes('--help');

await main(async () => {
  await prepare({ client });
  process.setSourceMapsEnabled(true);
  const program = `${root}/server/dist/main.mjs`;
  process.argv = [process.execPath, program, 'serve', ...process.argv.slice(2)];
  await import(pathToFileURL(program).href);
});
