import { Option } from 'commander';

import type { Job } from '../../app/job.ts';
import { withGraph } from '../../app/run-job.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import type { Settings } from '../../app/settings.ts';
import { formats } from '../../export/formats.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { onInterrupt } from '../interruption.ts';
import { grouped } from '../numbers.ts';
import { writeWhole } from '../output-file.ts';
import { startProgress } from '../progress.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { WrongUseError } from '../wrong-use.ts';

interface Options extends CommonOptions {
  readonly format: string;
  readonly out?: string;
  readonly article?: string;
  readonly raw?: boolean;
  readonly progress?: boolean;
}

// `export` is a word of the language.
export const exportCommand: CliCommand = {
  name: 'export',
  register: (program) => {
    const names = formats.map(({ name }) => name);
    const command = program
      .command('export')
      .description(
        'Write the graph, or the part of an article, as Cypher, JSON, CSV, GraphML, GEXF or JSON-LD.',
      )
      .addOption(new Option('--format <name>', 'the form it has').choices(names).default('cypher'))
      .option('--out <file>', 'where to; standard output unless given')
      .option('--article <id>', 'only what this article says')
      .option('--raw', 'CSV cells as they are, without the mark that keeps spreadsheets from running them')
      .option('--progress', 'tell the progress in lines where no terminal watches');
    teach(command, {
      about: `Formats:
${formats.map(({ name, meaning }) => `  ${name.padEnd(9)}${meaning}`).join('\n')}

The same graph gives the same bytes, on either store: exports can be compared. The Cypher export loads back
to an identical graph, so it is the backup of the embedded store and the way from one store to the other.`,
      onError: 'With --out the file is there whole or not at all; one that was there before stays.',
      examples: [
        ['claimgraph export --out backup.cypher', 'a backup'],
        ['claimgraph export --format graphml --out graph.graphml', 'for Gephi, yEd, NetworkX'],
        ['claimgraph export --format json --article 2026-01-28-cia-annex-venezuela | jq .', 'one article'],
        ['claimgraph export | gzip > backup.cypher.gz', 'through a pipe'],
      ],
      exitCodes: {
        0: 'written',
        2: 'no such format or article; the file cannot be written',
        130: 'stopped by Ctrl-C',
      },
      json: `Needs --out, since standard output is the export otherwise. {"command":"export","format":"cypher",
"article":null,"file":"backup.cypher","characters":51234,"exitCode":0}`,
    }).action(async (options: Options) =>
      runCommand('export', options, async (screen) => run(options, screen)),
    );
  },
};

async function run(options: Options, screen: Screen): Promise<ExitCode> {
  const { format, article = null, raw = false, out: file, json } = options;
  if (json && file === undefined) {
    throw new WrongUseError('Standard output is the export itself: name a file with --out to use --json.');
  }
  const settings = readSettings(readEnvironment());
  const job: Job<'export'> = { kind: 'export', format, article, raw };
  if (file === undefined) return toReader(settings, job, screen);
  const progress = startProgress(screen, { log: options.progress ?? false });
  const { characters } = await writeWhole(file, async (write) => {
    let done = 0;
    return withGraph(settings, job, {
      signal: onInterrupt(),
      onText: async (text) => {
        await write(text);
        done += text.length;
        progress.show({ label: file, done, total: null, unit: 'characters' });
      },
    });
  });
  screen.out(
    `${screen.colors.green('exported')} ${harmless(file)} (${grouped(characters)} characters of ${format})`,
  );
  screen.document({ format, article, file, characters, exitCode: exitCodes.ok });
  return exitCodes.ok;
}

async function toReader(settings: Settings, job: Job<'export'>, screen: Screen): Promise<ExitCode> {
  await withGraph(settings, job, { signal: onInterrupt(), onText: screen.text });
  return exitCodes.ok;
}
