import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder, wherever the command was started from. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Reads the workspace's own package.json. */
export function manifest() {
  return JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
}

/** One line for the person at the terminal; standard output stays free for results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something a person can mend: shown without a stack trace. */
export class Problem extends Error {
  name = 'Problem';
}

/** Runs a command's main function: a Problem becomes its message and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? process.exitCode;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
