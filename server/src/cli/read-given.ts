import { workspace } from '../app/workspace.ts';
import { readScripts } from '../loader/reader.ts';
import type { Script } from '../loader/script.ts';
import type { ScriptOptions } from './script-options.ts';

/** Reads what was named on the command line; `-` is standard input. Throws ScriptError. */
export async function readGiven(
  paths: readonly string[],
  { maxSize }: Pick<ScriptOptions, 'maxSize' | 'name'>,
): Promise<readonly Script[]> {
  return readScripts(paths, {
    root: workspace().root,
    ...(maxSize === undefined ? {} : { maxBytes: maxSize }),
  });
}
