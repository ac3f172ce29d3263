import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import type { Job } from '../../app/job.ts';
import { withGraph } from '../../app/run-job.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import type { Settings } from '../../app/settings.ts';
import { workspace } from '../../app/workspace.ts';
import type { Script } from '../../loader/script.ts';
import type { ScriptState, ScriptStatus } from '../../loader/status.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { count } from '../numbers.ts';
import { readGiven } from '../read-given.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';

interface Options extends CommonOptions {
  readonly exitCode?: boolean;
}

export const status: CliCommand = {
  name: 'status',
  register: (program) => {
    const command = program
      .command('status')
      .description('List scripts: which the graph holds, which changed, which are new or gone.')
      .argument('[files...]', 'further scripts, as for load; those of cypher/ are always listed')
      .option('--exit-code', 'end with 1 if a script is not in the graph as it is now');
    teach(command, {
      about: `loaded   the graph holds this very text
changed  the graph holds an earlier text of it
new      it was never loaded
loading  a load in batches stopped half-way; load it again to go on
missing  it was loaded, and its file is gone; what it loaded stays until unload`,
      onError: 'Nothing changes: the command only reads.',
      examples: [
        ['claimgraph status', 'what is to be loaded?'],
        ['claimgraph status --exit-code', 'in CI: is the graph up to date?'],
      ],
      exitCodes: {
        0: 'the list was made',
        1: 'with --exit-code: a script is changed, new, loading or missing',
      },
      json: `{"command":"status","complete":false,"scripts":[{"path","state","article","loadedAt","by","statements"}],
"exitCode":0}`,
    }).action(async (files: string[], options: Options) =>
      runCommand('status', options, async (screen) => run(files, options, screen)),
    );
  },
};

async function run(files: readonly string[], options: Options, screen: Screen): Promise<ExitCode> {
  const settings = readSettings(readEnvironment());
  const { root, cypher } = workspace();
  const scripts = await readGiven([relative(process.cwd(), cypher), ...files]);
  const first = await statusWith(settings, scripts);
  // Scripts from elsewhere are known by the ledger alone; they are missing only if their file is gone.
  const elsewhere = first
    .filter(({ state, path }) => state === 'missing' && existsSync(resolve(root, path)))
    .map(({ path }) => relative(process.cwd(), resolve(root, path)));
  const statuses =
    elsewhere.length === 0
      ? first
      : await statusWith(settings, [...scripts, ...(await readGiven(elsewhere))]);
  const complete = statuses.every(({ state }) => state === 'loaded');
  const exitCode = options.exitCode && !complete ? exitCodes.refused : exitCodes.ok;
  showStatuses(statuses, screen);
  screen.document({ complete, scripts: statuses, exitCode });
  return exitCode;
}

async function statusWith(settings: Settings, scripts: readonly Script[]): Promise<readonly ScriptStatus[]> {
  const job: Job<'status'> = { kind: 'status', scripts };
  return withGraph(settings, job);
}

function showStatuses(statuses: readonly ScriptStatus[], { out, colors }: Screen): void {
  const color: Readonly<Record<ScriptState, (text: string) => string>> = {
    loaded: colors.green,
    changed: colors.yellow,
    new: colors.cyan,
    missing: colors.red,
    loading: colors.yellow,
  };
  const width = Math.max(4, ...statuses.map(({ path }) => harmless(path).length));
  out(colors.dim(`state    ${'path'.padEnd(width)}  statements  loaded (UTC)      by`));
  for (const { state, path, statements, loadedAt, by } of statuses) {
    const cells = [
      color[state](state.padEnd(8)),
      `${harmless(path).padEnd(width)} `,
      `${String(statements ?? '').padStart(10)} `,
      (loadedAt ?? '').slice(0, 16).replace('T', ' ').padEnd(17),
      harmless(by ?? ''),
    ];
    out(cells.join(' ').trimEnd());
  }
  const states = ['loaded', 'changed', 'new', 'loading', 'missing'] as const;
  const told = states.flatMap((state) => {
    const number = statuses.filter((script) => script.state === state).length;
    return number > 0 ? [`${number} ${state}`] : [];
  });
  out(`\n${colors.bold(`${count(statuses.length, 'script')}: ${told.join(', ')}.`)}`);
}
