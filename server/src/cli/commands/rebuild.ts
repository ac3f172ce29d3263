import { readVocabulary } from '../../app/read-vocabulary.ts';
import type { RebuildReport } from '../../app/rebuild.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import { workspace } from '../../app/workspace.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { onInterrupt } from '../interruption.ts';
import { startProgress, stepOfLoad } from '../progress.ts';
import { readGiven } from '../read-given.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { addScriptOptions, permissionsOf } from '../script-options.ts';
import type { ScriptOptions } from '../script-options.ts';
import { showScript, showTotals } from '../show-report.ts';
import { userName } from '../user-name.ts';
import { WrongUseError } from '../wrong-use.ts';

interface Options extends ScriptOptions, CommonOptions {
  readonly all?: boolean;
  readonly progress?: boolean;
}

export const rebuild: CliCommand = {
  name: 'rebuild',
  register: (program) => {
    const command = program
      .command('rebuild')
      .description('Make the embedded store anew from the scripts, which are the truth.')
      .argument('[files...]', 'further scripts, as for load');
    addScriptOptions(command)
      .option('--all', 'show long lists of the report whole')
      .option('--progress', 'tell the progress in lines where no terminal watches');
    teach(command, {
      about: `The way out of a store that is damaged, or of an older version. All scripts of cypher/ are loaded into a new
store beside the old one, with those named and, if the old one can still be opened, those that it was loaded
from. When all went in, the old folder is kept aside as <folder>.old-<time> and the new one takes its place.
The history of loads begins anew. For the embedded store only: a Neo4j database has backups of its own.`,
      onError: `The old store stays as it is until the new one is whole: a script that is refused, Ctrl-C, a crash or a
full disk change nothing. Stop the server first; whoever has the store open is named.`,
      examples: [
        ['claimgraph rebuild', 'from cypher/ and what the old store knows'],
        ['claimgraph rebuild drafts/*.cypher', 'with scripts that a damaged store cannot name any more'],
      ],
      exitCodes: {
        0: 'the new store is in its place',
        1: 'a script was refused; the old store stays',
        3: 'somebody has the store open, or the disk is full; the old store stays',
        130: 'stopped by Ctrl-C; the old store stays',
      },
      json: `{"command":"rebuild","complete":true,"scripts":[...],"oldStore":"/.../data.old-20260214-101500",
"notices":[...],"exitCode":0}; scripts as for load.`,
    }).action(async (files: string[], options: Options) =>
      runCommand('rebuild', options, async (screen) => run(files, options, screen)),
    );
  },
};

async function run(files: readonly string[], options: Options, screen: Screen): Promise<ExitCode> {
  const { store } = readSettings(readEnvironment());
  if (store.kind !== 'embedded') {
    throw new WrongUseError(
      'rebuild is for the embedded store, and CLAIMGRAPH_STORE names a Neo4j database: load the scripts into it with claimgraph load cypher.',
    );
  }
  const folders = workspace();
  const signal = onInterrupt();
  const progress = startProgress(screen, { log: options.progress ?? false });
  const vocabulary = await readVocabulary(folders.cypher);
  const captionOf = (type: string): string => vocabulary.relationType(type).caption;
  const view = { dryRun: false, all: options.all ?? false, captionOf };
  const { rebuild: makeAnew } = await import('../../app/rebuild.ts');
  const report = await makeAnew({
    folder: store.folder,
    folders,
    paths: files,
    read: async (paths) => readGiven(paths, options, screen),
    load: {
      vocabulary,
      by: userName(),
      parameters: options.param ?? {},
      allow: permissionsOf(options),
      strict: options.strict ?? false,
      signal,
      onProgress: (told) => {
        const step = stepOfLoad(told);
        if (step) progress.show(step);
        else if (told.kind === 'script') showScript(told.report, screen, view);
      },
    },
  });
  const exitCode = exitCodeOf(report, signal);
  showOutcome(report, screen);
  screen.document({ ...report, exitCode });
  return exitCode;
}

function exitCodeOf({ complete }: RebuildReport, signal: AbortSignal): ExitCode {
  if (complete) return exitCodes.ok;
  return signal.aborted ? exitCodes.interrupted : exitCodes.refused;
}

function showOutcome(report: RebuildReport, screen: Screen): void {
  const { out, err, colors } = screen;
  showTotals(report, screen);
  for (const notice of report.notices) err(`${colors.yellow('note')}: ${harmless(notice)}`);
  if (!report.complete) err(`\n${colors.bold('The old store stays as it was.')}`);
  else if (report.oldStore !== null)
    out(`The old store is kept in ${harmless(report.oldStore)}; delete it when all is well.`);
}
