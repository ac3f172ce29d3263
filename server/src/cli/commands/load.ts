import { readEnvironment, readSettings } from '../../app/settings.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { onInterrupt } from '../interruption.ts';
import { loadAndShow } from '../load-and-show.ts';
import type { LoadCommandOptions, LoadSetup } from '../load-and-show.ts';
import { readGiven } from '../read-given.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import type { Screen } from '../screen.ts';
import { addScriptOptions } from '../script-options.ts';
import { watchScripts } from '../watch-scripts.ts';
import { WrongUseError } from '../wrong-use.ts';

interface Options extends LoadCommandOptions, CommonOptions {
  readonly watch?: boolean;
}

export const load: CliCommand = {
  name: 'load',
  register: (program) => {
    const command = program
      .command('load')
      .description('Check scripts and load them into the graph.')
      .argument('<files...>', 'scripts, folders of scripts, globs in quotes, or - for standard input');
    addScriptOptions(command)
      .option('--dry-run', 'do everything, report it, and roll it back')
      .option('--watch', 'load again whenever a script is saved, until Ctrl-C')
      .option('--all', 'show long lists of the report whole')
      .option('--progress', 'tell the progress in lines where no terminal watches');
    teach(command, {
      about: `Everything is read and checked first: every quote has to be in its article, every speaker and every end
of a claim has to exist. Then each script is loaded in one transaction. A script that did not change since
it was loaded is skipped; a changed one replaces exactly the claims of its article. The report tells what
was added, changed and removed, which relations more independent origins back now, and what contradicts
what. Any Cypher script can be loaded, articles or not. While a Claimgraph server has the embedded store
open, it does the work.`,
      onError: `A script is in the graph whole or not at all. Is one of them wrong in itself, nothing is loaded; does the
store or a check refuse one later, those before it stay. Ctrl-C rolls back the script at work. Run the
same command again to go on: what is loaded is skipped.`,
      examples: [
        ['claimgraph load cypher/articles/2026-01-28-cia-annex-venezuela.cypher', 'one article'],
        ["claimgraph load --dry-run 'drafts/**/*.cypher'", 'what would these change?'],
        ['claimgraph load --watch cypher/articles', 'load on every save while you write'],
        [
          'cat movies.cypher | claimgraph load - --name movies --allow-delete',
          'a foreign script from a pipe',
        ],
        [
          "claimgraph load people.cypher --param year=2026 --param place='Caracas'",
          'values for $year and $place',
        ],
        ['claimgraph load cypher --json | jq .scripts[].outcome', 'for machines'],
      ],
      exitCodes: {
        0: 'every script is in the graph (with --dry-run: would be)',
        1: 'a script was refused',
        130: 'stopped by Ctrl-C; what was told as loaded is kept',
      },
      json: `{"command":"load","complete":true,"dryRun":false,"scripts":[{"outcome":"loaded","path":...,"change":{...}}],
"exitCode":0}. With --watch one such document a line for each load, and {"event":"watching","files":[...]}.
What stops the command is {"error":{"code","message","hint","problems"},"exitCode"}, as with every command.`,
    }).action(async (files: string[], options: Options) =>
      runCommand('load', options, async (screen) => run(files, options, screen)),
    );
  },
};

async function run(files: readonly string[], options: Options, screen: Screen): Promise<ExitCode> {
  if (options.watch && files.includes('-')) {
    throw new WrongUseError('Standard input cannot be watched. Name files or folders with --watch.');
  }
  const setup = { settings: readSettings(readEnvironment()), options, screen, signal: onInterrupt() };
  if (options.watch) return watch(files, setup);
  const scripts = await readGiven(files, options, screen);
  const report = await loadAndShow(scripts, setup);
  const exitCode = exitCodeOf(report.complete, setup);
  screen.document({ ...report, exitCode });
  return exitCode;
}

function exitCodeOf(complete: boolean, { signal, screen }: LoadSetup): ExitCode {
  if (complete) return exitCodes.ok;
  if (!signal.aborted) return exitCodes.refused;
  screen.err(
    '\nStopped. What is told as loaded is in the graph, the script at work was rolled back; run the same command again to go on.',
  );
  return exitCodes.interrupted;
}

async function watch(files: readonly string[], setup: LoadSetup): Promise<ExitCode> {
  await watchScripts(files, {
    ...setup,
    read: async () => readGiven(files, setup.options),
    load: async (scripts) => {
      const report = await loadAndShow(scripts, setup);
      setup.screen.document({ ...report, exitCode: report.complete ? exitCodes.ok : exitCodes.refused });
    },
  });
  return exitCodes.interrupted;
}
