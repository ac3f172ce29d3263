import { workspace } from '../app/workspace.ts';
import { readScripts } from '../loader/reader.ts';
import type { Script } from '../loader/script.ts';
import type { Screen } from './screen.ts';
import type { ScriptOptions } from './script-options.ts';

/** Reads what was named on the command line; `-` is standard input. Throws ScriptError. */
export async function readGiven(
  paths: readonly string[],
  { maxSize, name }: Pick<ScriptOptions, 'maxSize' | 'name'> = {},
  screen?: Screen,
): Promise<readonly Script[]> {
  if (paths.includes('-') && process.stdin.isTTY) {
    screen?.err('Reading a script from the keyboard; Ctrl-D on a line of its own ends it.');
  }
  return readScripts(paths, {
    root: workspace().root,
    maxBytes: maxSize,
    stdin: { bytes: process.stdin, name },
  });
}
