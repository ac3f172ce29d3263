#!/usr/bin/env node
import { pathToFileURL } from 'node:url';

import { prepare } from './prepare.mjs';
import { main, root } from './workspace.mjs';

await main(async () => {
  await prepare({ client: process.argv[2] === 'serve' });
  // npm starts commands in the folder of package.json: paths mean the folder of whoever typed them.
  if (process.env.INIT_CWD && process.cwd() === root) process.chdir(process.env.INIT_CWD);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(`${root}/server/dist/main.mjs`).href);
});
