import type { Vocabulary } from '../model/vocabulary.ts';
import type { Transaction } from '../store/store.ts';
import type { LoadOptions } from './load-options.ts';
import type { PreparedScript } from './prepared-script.ts';
import type { GraphChange } from './report.ts';
import type { ScriptProblem } from './script-problem.ts';

/** What it takes to load one script in one transaction. */
export interface Loading {
  readonly transaction: Transaction;
  readonly prepared: PreparedScript;
  readonly vocabulary: Vocabulary;
  /** How what it made is judged. */
  readonly rules: Pick<LoadOptions, 'allow' | 'checkOnly'>;
  /** Forms of statements that the store has vetted for this script. */
  readonly vetted: Set<string>;
  /** Called with the number of statements that have run. */
  readonly onStatement: (done: number) => void;
  /** No further statement is begun once it is aborted; the signal's reason is thrown instead. */
  readonly signal?: AbortSignal | undefined;
}

export interface LoadedScript {
  readonly change: GraphChange;
  readonly warnings: readonly ScriptProblem[];
}
