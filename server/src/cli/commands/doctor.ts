import { examine } from '../../app/doctor/examine.ts';
import type { Finding } from '../../app/doctor/finding.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import { workspace } from '../../app/workspace.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';

export const doctor: CliCommand = {
  name: 'doctor',
  register: (program) => {
    const command = program
      .command('doctor')
      .description('Say what is open in the settings and in the store, and how to close it.');
    teach(command, {
      about: `It tries what a setting only promises: whether this Neo4j reads files or calls addresses, ends statements
in time, and lets the account write; whether the embedded store is what its ledger says, and who can
read it. What it tries it takes back.

ok           nothing to do
open         somebody could do, or something could become, what should not be
cannot tell  it could not be tried`,
      onError: 'Nothing changes: the command only looks.',
      examples: [
        ['claimgraph doctor', 'is this server fit to be relied on?'],
        ['CLAIMGRAPH_STORE=neo4j://db.example claimgraph doctor', 'the same for a Neo4j'],
      ],
      exitCodes: { 0: 'nothing is open', 1: 'something is open' },
      json: `{"command":"doctor","findings":[{"subject","state":"ok|open|unknown","message","close"}],"exitCode":0}`,
    }).action(async (options: CommonOptions) => runCommand('doctor', options, run));
  },
};

async function run(screen: Screen): Promise<ExitCode> {
  const findings = await examine(readSettings(readEnvironment()), workspace().root);
  const exitCode = findings.some(({ state }) => state === 'open') ? exitCodes.refused : exitCodes.ok;
  show(findings, screen);
  screen.document({ findings, exitCode });
  return exitCode;
}

function show(findings: readonly Finding[], { out, colors }: Screen): void {
  const marks: Readonly<Record<Finding['state'], string>> = {
    ok: colors.green('ok          '),
    open: colors.red('open        '),
    unknown: colors.yellow('cannot tell '),
  };
  const width = Math.max(...findings.map(({ subject }) => subject.length)) + 2;
  for (const { subject, state, message, close } of findings) {
    out(`${marks[state]} ${subject.padEnd(width)}${harmless(message)}`);
    if (close !== null) out(`${' '.repeat(13 + width)}${colors.dim('how to close it:')} ${harmless(close)}`);
  }
  const number = findings.filter(({ state }) => state === 'open').length;
  out(colors.bold(number === 0 ? '\nNothing is open.' : `\n${number} of ${findings.length} are open.`));
}
