import type { Command } from 'commander';

import { exitCodeLine } from './exit-code.ts';

/** What `--help` of a command says besides its options. */
export interface Teaching {
  /** What it does, and what a beginner would not guess. */
  readonly about: string;
  /** What becomes of the graph, or of files, when something is wrong. */
  readonly onError: string;
  /** Command lines, each with what it is for. */
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  /** What its exit codes mean; 2, 3 and 4 mean the same for every command. */
  readonly exitCodes: Readonly<Record<number, string>>;
  /** What `--json` prints. */
  readonly json: string;
}

/** Adds `--json`, and the lesson below the options. */
export function teach(command: Command, { about, onError, examples, exitCodes, json }: Teaching): Command {
  const shown = examples.map(([line, purpose]) => `  ${line}\n      ${purpose}`);
  return command
    .option('--json', 'print JSON for machines, and nothing else, on standard output')
    .addHelpText(
      'after',
      [
        '',
        about,
        '',
        'When something is wrong:',
        indented(onError),
        '',
        'Examples:',
        ...shown,
        '',
        'With --json:',
        indented(json),
        '',
        'Exit codes:',
        ...Object.entries(exitCodes).map(exitCodeLine),
        '  2, 3, 4  as for every command: claimgraph --help',
      ].join('\n'),
    );
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
