import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { prepare } from './prepare.mjs';
import { main, root, say } from './workspace.mjs';

/** The server as a child that is replaced whenever its bundle was rebuilt. */
function restartingServer() {
  let child = null;
  let turn = Promise.resolve();
  const stop = async () => {
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const start = async () => {
    await stop();
    const args = ['--enable-source-maps', join(root, 'server/dist/main.mjs'), 'serve'];
    child = spawn(process.execPath, args, { stdio: 'inherit' });
  };
  return {
    restart: () => (turn = turn.then(start)),
    stop: () => (turn = turn.then(stop)),
  };
}

await main(async () => {
  await prepare({ build: false });
  const { build, createServer } = await import('vite');
  const server = restartingServer();

  const watcher = await build({ root: join(root, 'server'), build: { watch: {} }, logLevel: 'warn' });
  watcher.on('event', (event) => {
    if (event.code === 'END') void server.restart();
    if (event.code === 'ERROR') say(`The server was not rebuilt: ${event.error.message}`);
  });

  const client = await createServer({ root: join(root, 'client'), logLevel: 'warn' });
  await client.listen();
  say(`Explorer with live changes: ${client.resolvedUrls?.local[0] ?? ''}`);

  const stopAll = async () => {
    await Promise.all([client.close(), watcher.close(), server.stop()]);
    process.exit(0);
  };
  process.once('SIGINT', stopAll);
  process.once('SIGTERM', stopAll);
});
