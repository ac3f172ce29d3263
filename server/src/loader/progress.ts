import type { LoadOptions } from './load-options.ts';
import type { ScriptReport } from './report.ts';
import type { Script } from './script.ts';

/** Between two reports on one script. Milliseconds: enough for a bar that moves. */
const pause = 40;

/** Tells how far a load is, but not at each of a hundred thousand statements. */
export class Progress {
  readonly #tell: NonNullable<LoadOptions['onProgress']>;
  readonly #scripts: number;
  #last = 0;

  constructor(onProgress: LoadOptions['onProgress'], scripts: number) {
    this.#tell = onProgress ?? (() => undefined);
    this.#scripts = scripts;
  }

  /** Of the script at this place, from 0. */
  of(index: number, { file }: Script): ScriptProgress {
    const position = { file, script: index + 1, scripts: this.#scripts };
    return {
      checked: (characters, ofCharacters) => {
        if (this.#isDue()) this.#tell({ kind: 'check', ...position, characters, ofCharacters });
      },
      ran: (statement, statements) => {
        if (statement === statements || this.#isDue()) {
          this.#tell({ kind: 'statement', ...position, statement, statements });
        }
      },
    };
  }

  ended(report: ScriptReport): void {
    this.#tell({ kind: 'script', report });
  }

  #isDue(): boolean {
    const now = performance.now();
    if (now - this.#last < pause) return false;
    this.#last = now;
    return true;
  }
}

export interface ScriptProgress {
  checked(characters: number, ofCharacters: number): void;
  ran(statement: number, statements: number): void;
}
