import type { ArticleId } from '../model/ids.ts';
import type { LoadOptions } from './load-options.ts';
import { prepareScript } from './prepare-script.ts';
import type { PreparedScript } from './prepared-script.ts';
import type { Progress } from './progress.ts';
import { ScriptError, problemWithFile } from './script-problem.ts';
import type { Script } from './script.ts';

/** A script that may run, or why it may not. */
export type Candidate =
  | { readonly ok: true; readonly prepared: PreparedScript; readonly script: Script }
  | { readonly ok: false; readonly error: ScriptError; readonly script: Script };

/** Judges scripts without a store. */
export function prepareScripts(
  scripts: readonly Script[],
  options: LoadOptions,
  progress: Progress,
): readonly Candidate[] {
  return refuseDoubles(scripts.map((script, index) => prepare(script, options, progress.of(index, script))));
}

function prepare(script: Script, options: LoadOptions, progress: ReturnType<Progress['of']>): Candidate {
  const { parameters, allow, strict = false } = options;
  try {
    const onProgress = (characters: number): void => progress.checked(characters, script.text.length);
    const prepared = prepareScript(script, { parameters, allow, onProgress });
    if (strict && prepared.warnings.length > 0) throw new ScriptError(prepared.warnings);
    return { ok: true, prepared, script };
  } catch (error) {
    if (error instanceof ScriptError) return { ok: false, error, script };
    throw error;
  }
}

/** Of two scripts of one article, each would undo what the other loaded, at every load again. */
function refuseDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = new Map<ArticleId, string>();
  return candidates.map((candidate) => {
    const article = candidate.ok ? candidate.prepared.article : null;
    if (article === null) return candidate;
    const { script } = candidate;
    const other = first.get(article);
    if (other === undefined) {
      first.set(article, script.file);
      return candidate;
    }
    const problem = problemWithFile(script.file, {
      code: 'ARTICLE',
      message: `It is a script of the article "${article}", and so is ${other}.`,
      hint: 'Keep one of the two, or give the other the name of an article of its own.',
    });
    return { ok: false, error: new ScriptError([problem]), script };
  });
}
