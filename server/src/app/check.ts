import type { LoadOptions, Permissions } from '../loader/load-options.ts';
import { loadScripts } from '../loader/load.ts';
import type { ScriptReport } from '../loader/report.ts';
import { problemWithFile } from '../loader/script-problem.ts';
import type { ScriptProblem } from '../loader/script-problem.ts';
import { scriptName } from '../loader/script.ts';
import type { Script } from '../loader/script.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Store } from '../store/store.ts';
import type { Parameters } from '../store/values.ts';
import { withoutStatementAt } from './blank-statement.ts';
import { openShipped } from './shipped-in-memory.ts';
import type { Workspace } from './workspace.ts';

export interface CheckOptions {
  readonly folders: Workspace;
  readonly vocabulary: Vocabulary;
  readonly parameters: Parameters;
  readonly allow: Permissions;
  /** A warning fails the script as an error does. */
  readonly strict: boolean;
  /** Told before each script; `done` is how many were judged. */
  readonly onScript?: (script: Script, done: number) => void;
  /** Ends the work before the next script. */
  readonly signal?: AbortSignal;
}

/** What was found in one script. */
export interface CheckedScript {
  readonly file: string;
  readonly path: string;
  readonly errors: readonly ScriptProblem[];
  readonly warnings: readonly ScriptProblem[];
  readonly notices: readonly string[];
}

export interface CheckReport {
  readonly scripts: readonly CheckedScript[];
  readonly errors: number;
  readonly warnings: number;
  /** Nothing was found that fails a script. */
  readonly passed: boolean;
}

/**
 * Judges scripts without a store, each to its end, whatever is wrong with others: they are run in memory,
 * behind the other scripts of `cypher/`, whose entities and claims they may refer to. Throws ScriptError
 * if a script of `cypher/` cannot be read.
 */
export async function checkScripts(scripts: readonly Script[], options: CheckOptions): Promise<CheckReport> {
  const store = await openShipped({
    folders: options.folders,
    load: loadOptions(options),
    isLeftOut: (shipped) =>
      scripts.some((script) => script.path === shipped.path || isSameArticle(script, shipped)),
  });
  try {
    const checked: CheckedScript[] = [];
    for (const script of scripts) {
      if (options.signal?.aborted) break;
      options.onScript?.(script, checked.length);
      const double = doubleOf(script, scripts);
      checked.push(double ? refusedDouble(script, double) : await checkScript(store, script, options));
    }
    return reportOf(checked, options.strict);
  } finally {
    await store.close();
  }
}

function reportOf(scripts: readonly CheckedScript[], strict: boolean): CheckReport {
  const errors = scripts.reduce((sum, script) => sum + script.errors.length, 0);
  const warnings = scripts.reduce((sum, script) => sum + script.warnings.length, 0);
  return { scripts, errors, warnings, passed: errors === 0 && !(strict && warnings > 0) };
}

function loadOptions({ vocabulary, parameters, allow }: CheckOptions): LoadOptions {
  return { vocabulary, parameters, allow, by: 'check', checkOnly: true };
}

const articleName = /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/;

/** The script before this one that is of the same article: each would undo what the other loads. */
function doubleOf(script: Script, scripts: readonly Script[]): Script | undefined {
  const first = scripts.find((other) => other === script || isSameArticle(other, script));
  return first === script ? undefined : first;
}

function isSameArticle(a: Script, b: Script): boolean {
  return scriptName(a) === scriptName(b) && articleName.test(scriptName(a));
}

function refusedDouble({ file, path, notices }: Script, double: Script): CheckedScript {
  const problem = problemWithFile(file, {
    code: 'ARTICLE',
    message: `It is a script of the article "${scriptName(double)}", and so is ${double.file}.`,
    hint: 'Keep one of the two, or give the other the name of an article of its own.',
  });
  return { file, path, errors: [problem], warnings: [], notices };
}

/** Beyond these nobody reads on, and each costs a run of the whole script. */
const mostUnsupported = 20;

/** Statements that the embedded engine cannot run are told and taken out, and the rest is judged. */
async function checkScript(store: Store, script: Script, options: CheckOptions): Promise<CheckedScript> {
  const { file, path } = script;
  const unsupported: ScriptProblem[] = [];
  let { text } = script;
  for (;;) {
    const report = await loadScripts(store, [{ ...script, text }], loadOptions(options));
    const problems = problemsOf(report.scripts[0]);
    const found = problems.find(({ code }) => code === 'NOT_SUPPORTED');
    const remaining = problems.filter((problem) => problem !== found);
    if (found) unsupported.push(asWarning(found));
    if (!found || found.line === null || found.column === null || unsupported.length === mostUnsupported) {
      return {
        file,
        path,
        errors: remaining.filter(({ severity }) => severity === 'error'),
        warnings: [...unsupported, ...remaining.filter(({ severity }) => severity === 'warning')],
        notices: report.scripts[0]?.notices ?? [],
      };
    }
    text = withoutStatementAt(text, { line: found.line, column: found.column });
  }
}

function problemsOf(report: ScriptReport | undefined): readonly ScriptProblem[] {
  if (report === undefined) return [];
  if ('problems' in report) return report.problems;
  return 'warnings' in report ? report.warnings : [];
}

function asWarning(problem: ScriptProblem): ScriptProblem {
  return {
    ...problem,
    severity: 'warning',
    message: `Only Neo4j can run this, so it was not checked: ${problem.message}`,
  };
}
