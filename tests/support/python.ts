import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A Python with the packages named, in an environment of its own in `.cache` that is made when it is first
 * needed, and anew when the packages change; null where none can be had.
 */
export function pythonWith(name: string, packages: readonly string[]): string | null {
  const environment = fileURLToPath(new URL(`../../.cache/python-${name}`, import.meta.url));
  const python = `${environment}/bin/python`;
  // Made apart and moved when it is whole: another worker may make the same, or use it already.
  const own = `${environment}-${process.pid}`;
  const mark = createHash('sha256').update(packages.join('\n')).digest('hex');
  const stamp = `${environment}/installed`;
  const isWhole = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === mark;
  try {
    if (isWhole()) return python;
    run('python3', ['-m', 'venv', '--clear', own]);
    run(`${own}/bin/python`, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
    writeFileSync(`${own}/installed`, mark);
    if (isWhole()) return python;
    rmSync(environment, { recursive: true, force: true });
    renameSync(own, environment);
    return python;
  } catch (error) {
    process.stderr.write(`No Python for ${name}: ${String(error)}\n`);
    return null;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
