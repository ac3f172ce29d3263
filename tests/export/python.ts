import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a program of ours prints, as JSON. */
export function readWithPython(python: string, program: string, ...args: readonly string[]): unknown {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return JSON.parse(execFileSync(python, [path, ...args], { encoding: 'utf8', maxBuffer: 1e8 }));
}
