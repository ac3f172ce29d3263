import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A Python with the packages named, in an environment of its own in `.cache` that is made when it is first
 * needed, and anew when the packages change; null where none can be had.
 */
export function pythonWith(name: string, packages: readonly string[]): string | null {
  const environment = fileURLToPath(new URL(`../../.cache/python-${name}`, import.meta.url));
  const python = `${environment}/bin/python`;
  const stamp = `${environment}/installed`;
  const mark = createHash('sha256').update(packages.join('\n')).digest('hex');
  try {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return python;
    run('python3', ['-m', 'venv', '--clear', environment]);
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
    writeFileSync(stamp, mark);
    return python;
  } catch (error) {
    process.stderr.write(`No Python for ${name}: ${String(error)}\n`);
    return null;
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
