import { relative } from 'node:path';

import type { CheckedScript, CheckReport } from '../../app/check.ts';
import { readVocabulary } from '../../app/read-vocabulary.ts';
import { workspace } from '../../app/workspace.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { onInterrupt } from '../interruption.ts';
import { count } from '../numbers.ts';
import { startProgress } from '../progress.ts';
import { readGiven } from '../read-given.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { addScriptOptions, permissionsOf } from '../script-options.ts';
import type { ScriptOptions } from '../script-options.ts';
import { showProblems } from '../show-report.ts';

interface Options extends ScriptOptions, CommonOptions {
  readonly progress?: boolean;
}

export const check: CliCommand = {
  name: 'check',
  register: (program) => {
    const command = program
      .command('check')
      .description('Say what is wrong with scripts, without a store.')
      .argument('[files...]', 'as for load; everything under cypher/ unless named');
    addScriptOptions(command).option('--progress', 'tell the progress in lines where no terminal watches');
    teach(command, {
      about: `Judges scripts as load does, and to the end: all that is wrong with all of them, errors and warnings apart.
They are run in memory behind the other scripts of cypher/, whose entities and claims they may refer to;
your graph is not touched and need not be running. Warnings are what looks wrong, what its author has not
reviewed yet, and what only Neo4j can run. They fail nothing unless --strict is given.`,
      onError: 'Nothing changes anywhere: a check only reads.',
      examples: [
        ['claimgraph check', 'all scripts, as in CI'],
        ['claimgraph check --strict drafts/2026-02-14-some-words.cypher', 'one, and warnings count'],
        [
          `git diff --cached --name-only --diff-filter=ACM -z -- '*.cypher' | xargs -0 -r claimgraph check`,
          'as a pre-commit hook: this line in .githooks/pre-commit or .git/hooks/pre-commit',
        ],
      ],
      exitCodes: {
        0: 'nothing is wrong',
        1: 'errors (with --strict: or warnings)',
        130: 'stopped by Ctrl-C',
      },
      json: `{"command":"check","passed":false,"errors":1,"warnings":0,"scripts":[{"path","file","errors":[{"code",
"message","hint","file","line","column",...}],"warnings":[...],"notices":[...]}],"exitCode":1}`,
    }).action(async (files: string[], options: Options) =>
      runCommand('check', options, async (screen) => run(files, options, screen)),
    );
  },
};

async function run(files: readonly string[], options: Options, screen: Screen): Promise<ExitCode> {
  const folders = workspace();
  const signal = onInterrupt();
  const paths = files.length > 0 ? files : [relative(process.cwd(), folders.cypher)];
  const scripts = await readGiven(paths, options, screen);
  const { checkScripts } = await import('../../app/check.ts');
  const progress = startProgress(screen, { log: options.progress ?? false });
  const report = await checkScripts(scripts, {
    folders,
    vocabulary: await readVocabulary(folders.cypher),
    parameters: options.param ?? {},
    allow: permissionsOf(options),
    strict: options.strict ?? false,
    signal,
    onScript: ({ file }, done) =>
      progress.show({ label: `checking ${file}`, done, total: scripts.length, unit: 'scripts' }),
  });
  const exitCode = signal.aborted ? exitCodes.interrupted : report.passed ? exitCodes.ok : exitCodes.refused;
  showChecked(report, screen);
  if (signal.aborted) screen.err('\nStopped: the other scripts were not checked.');
  screen.document({ ...report, exitCode });
  return exitCode;
}

function showChecked({ scripts, errors, warnings, passed }: CheckReport, screen: Screen): void {
  const { colors, out } = screen;
  for (const script of scripts) showProblems(script.errors, screen);
  for (const script of scripts) showProblems(script.warnings, screen);
  for (const script of scripts) {
    out(`${verdict(script, screen)} ${harmless(script.file)}`);
    for (const notice of script.notices) out(`           ${colors.dim(`note: ${harmless(notice)}`)}`);
  }
  const totals = `${count(scripts.length, 'script')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
  out(`\n${colors.bold(passed ? colors.green(totals) : colors.red(totals))}`);
}

function verdict({ errors, warnings }: CheckedScript, { colors }: Screen): string {
  if (errors.length > 0) return colors.red('errors    ');
  return warnings.length > 0 ? colors.yellow('warnings  ') : colors.green('fine      ');
}
