import { basename } from 'node:path';

import type { Job } from '../../app/job.ts';
import { withGraph } from '../../app/run-job.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import { readCaptions } from '../captions.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { onInterrupt } from '../interruption.ts';
import { showDryRun } from '../load-and-show.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { changeLines } from '../show-change.ts';
import { userName } from '../user-name.ts';

interface Options extends CommonOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
}

export const unload: CliCommand = {
  name: 'unload',
  register: (program) => {
    const command = program
      .command('unload')
      .description('Take an article and its claims out of the graph.')
      .argument('<article>', 'id of the article, or the path of its script')
      .option('--dry-run', 'do everything, report it, and roll it back')
      .option('--all', 'show long lists of the report whole');
    teach(command, {
      about: `Removes the article, its mentions and exactly the claims that it owns, in one transaction. Entities stay, since
other articles may name them; those that nothing refers to any more are told. The script's file is not
touched: the next npm start loads a script of cypher/ again, so move it away too if it is to stay out.`,
      onError: 'The graph is as it was: it is done whole or not at all.',
      examples: [
        ['claimgraph unload --dry-run 2026-01-28-cia-annex-venezuela', 'what would go?'],
        ['claimgraph unload cypher/articles/2026-01-28-cia-annex-venezuela.cypher', 'by its script'],
      ],
      exitCodes: { 0: 'it is out of the graph', 2: 'there is no such article', 130: 'stopped by Ctrl-C' },
      json: `{"command":"unload","article":"...","change":{...},"load":7,"dryRun":false,"notices":[...],"exitCode":0}`,
    }).action(async (article: string, options: Options) =>
      runCommand('unload', options, async (screen) => run(article, options, screen)),
    );
  },
};

async function run(named: string, options: Options, screen: Screen): Promise<ExitCode> {
  const { dryRun = false, all = false } = options;
  const article = basename(named).replace(/\.cypher$/, '');
  if (dryRun) showDryRun(screen);
  const job: Job<'unload'> = { kind: 'unload', article, by: userName(), dryRun };
  const report = await withGraph(readSettings(readEnvironment()), job, { signal: onInterrupt() });
  const { out, colors } = screen;
  out(`${colors.green(dryRun ? 'would unload' : 'unloaded')} ${harmless(report.article)}`);
  const view = { colors, all, captionOf: await readCaptions() };
  for (const line of changeLines(report.change, view)) out(`  ${line}`);
  for (const notice of report.notices) out(`  ${colors.dim(`note: ${harmless(notice)}`)}`);
  if (dryRun) out('\nAll of it was rolled back.');
  screen.document({ ...report, exitCode: exitCodes.ok });
  return exitCodes.ok;
}
