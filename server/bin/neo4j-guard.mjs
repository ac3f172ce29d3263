import { spawn } from 'node:child_process';

// Stands between a caller and the Java process that it starts: `node neo4j-guard.mjs java ARGS...`.
// Java does not notice when its parent dies, and would go on holding port and memory. The guard does:
// its standard input ends with the caller, however the caller ended.
const STOP_MS = 20_000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref();
}

// Ctrl-C reaches the whole group, Java included; the guard stays until Java is gone.
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.stdin.on('end', stop).on('error', stop).resume();

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(signal === null ? code : 0));
