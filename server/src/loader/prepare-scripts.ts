import type { ArticleId } from '../model/ids.ts';
import { articleOfScript } from './article-of-script.ts';
import { isSameText } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import type { LoadOptions } from './load-options.ts';
import { prepareScript } from './prepare-script.ts';
import type { PreparedScript } from './prepared-script.ts';
import type { Progress } from './progress.ts';
import { ScriptError, problemWithFile } from './script-problem.ts';
import type { Script } from './script.ts';

/** A script that may run, one that needs not, or why it may not. */
export type Candidate =
  | { readonly kind: 'ready'; readonly prepared: PreparedScript; readonly script: Script }
  | { readonly kind: 'unchanged'; readonly entry: LedgerEntry; readonly script: Script }
  | { readonly kind: 'refused'; readonly error: ScriptError; readonly script: Script };

interface Preparing {
  readonly options: LoadOptions;
  readonly progress: Progress;
  /** What the ledger says of them, by path; empty where all are to be judged. */
  readonly known: ReadonlyMap<string, LedgerEntry>;
}

/** Judges scripts without a store, but for those of which the graph holds this very text. */
export async function prepareScripts(
  scripts: readonly Script[],
  { options, progress, known }: Preparing,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const [index, script] of scripts.entries()) {
    const entry = known.get(script.path);
    candidates.push(
      isSameText(entry, script)
        ? { kind: 'unchanged', entry, script }
        : await prepare(script, options, progress.of(index, script)),
    );
  }
  return refuseDoubles(candidates);
}

async function prepare(
  script: Script,
  options: LoadOptions,
  progress: ReturnType<Progress['of']>,
): Promise<Candidate> {
  const { parameters, allow, strict = false } = options;
  try {
    const onProgress = (characters: number): void => progress.checked(characters, script.text.length);
    const prepared = await prepareScript(script, { parameters, allow, onProgress });
    if (strict && prepared.warnings.length > 0) throw new ScriptError(prepared.warnings);
    return { kind: 'ready', prepared, script };
  } catch (error) {
    if (error instanceof ScriptError) return { kind: 'refused', error, script };
    throw error;
  }
}

/** Of two scripts of one article, each would undo what the other loaded, at every load again. */
function refuseDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = new Map<ArticleId, string>();
  return candidates.map((candidate) => {
    const article = articleOf(candidate);
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
    return { kind: 'refused', error: new ScriptError([problem]), script };
  });
}

function articleOf(candidate: Candidate): ArticleId | null {
  switch (candidate.kind) {
    case 'ready':
      return candidate.prepared.article;
    case 'unchanged':
      return articleOfScript(candidate.script);
    case 'refused':
      return null;
  }
}
