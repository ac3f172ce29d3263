import { createLog } from '../../app/log.ts';
import { describeSettings, readEnvironment, readSettings } from '../../app/settings.ts';
import { startServer } from '../../app/start.ts';
import { stopOnSignal } from '../../app/stop-on-signal.ts';
import type { CliCommand } from '../command.ts';
import { terminal } from '../screen.ts';
import { showScript } from '../show-report.ts';

export const serve: CliCommand = {
  name: 'serve',
  register: (program) => {
    program
      .command('serve', { isDefault: false })
      .description('Load what is new in cypher/, then serve the explorer and its GraphQL API.')
      .addHelpText('after', `\nSettings, from the environment or from a file .env:\n${describeSettings()}`)
      .action(run);
  },
};

async function run(): Promise<void> {
  const screen = terminal();
  const settings = readSettings(readEnvironment());
  const log = createLog(settings.logLevel);
  const server = await startServer(settings, { log });
  for (const script of server.loaded.scripts) {
    if (script.outcome !== 'unchanged') showScript(script, screen);
  }
  stopOnSignal(server, log);
  screen.out(`${screen.colors.green('Claimgraph is ready')}: ${server.url}`);
}
