import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const environment = fileURLToPath(new URL('../../.cache/python', import.meta.url));
const own = `${environment}/bin/python`;

/** A Python with NetworkX: one of our own in `.cache`, made when it is first needed; null where none can be had. */
export function pythonWithNetworkx(): string | null {
  try {
    if (!existsSync(own)) run('python3', ['-m', 'venv', environment]);
    if (!imports('networkx')) run(own, ['-m', 'pip', 'install', '--quiet', 'networkx==3.6.1']);
    return own;
  } catch {
    return null;
  }
}

function imports(module: string): boolean {
  try {
    run(own, ['-c', `import ${module}`]);
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

/** What a program of ours prints, as JSON. */
export function readWithPython(python: string, program: string, ...args: readonly string[]): unknown {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return JSON.parse(execFileSync(python, [path, ...args], { encoding: 'utf8', maxBuffer: 1e8 }));
}
