import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and keeps what it printed: `{ code, output }`. A program that cannot be
 * started gives code 127. With `inherit` the output goes to the terminal instead.
 */
export function run(command, args, { cwd, env = process.env, inherit = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // npm and npx are scripts on Windows, which only a shell can start there.
      shell: process.platform === 'win32' && /^np[mx]$/.test(command),
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a JavaScript file with the Node that runs this one. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
