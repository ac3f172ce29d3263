import { describeSettings, readEnvironment, readSettings } from '../../app/settings.ts';
import type { LoadReport } from '../../loader/report.ts';
import type { StoreError } from '../../store/store-error.ts';
import { readCaptions } from '../captions.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { showScript } from '../show-report.ts';

export const serve: CliCommand = {
  name: 'serve',
  register: (program) => {
    const command = program
      .command('serve', { isDefault: false })
      .description('Load what is new in cypher/, then serve the explorer and its GraphQL API.');
    teach(command, {
      about: `It serves until Ctrl-C. A script of cypher/ that is refused is told, and what was loaded before is served.
While it has the embedded store open, load, unload, status and export hand their work to it.

Settings, from the environment or from a file .env:
${describeSettings()}`,
      onError:
        'Nothing is served, and the command ends with the reason. A Neo4j that does not answer is waited for.',
      examples: [
        ['npm start', 'the same as claimgraph serve, once the explorer is built'],
        ['PORT=0 claimgraph serve --json', 'on a free port, which the event "ready" tells'],
      ],
      exitCodes: { 0: 'stopped in order' },
      json: `One line {"event":"script","report":{...}} for each script that was not loaded before, then
{"event":"ready","url":"http://..."}; {"event":"other-graph"} where a Neo4j holds another graph, into
which nothing is loaded; {"event":"waiting","url","reason"} before it while the database does
not answer. The log goes to standard error.`,
    }).action(async (options: CommonOptions) => runCommand('serve', options, run));
  },
};

async function run(screen: Screen): Promise<ExitCode> {
  // The other commands start faster without a web server.
  const [{ createLog }, { logLeftAlone }, { startServer }, { stopOnSignal }] = await Promise.all([
    import('../../app/log.ts'),
    import('../../app/log-left-alone.ts'),
    import('../../app/start.ts'),
    import('../../app/stop-on-signal.ts'),
  ]);
  const settings = readSettings(readEnvironment());
  const log = createLog(settings.logLevel);
  logLeftAlone(log);
  const view = { dryRun: false, all: false, captionOf: await readCaptions() };
  let url: string | null = null;
  const onLoaded = ({ scripts }: LoadReport): void => {
    for (const report of scripts) {
      if (report.outcome === 'unchanged') continue;
      showScript(report, screen, view);
      screen.document({ event: 'script', report });
    }
    // Before it listens nobody finds it ready.
    if (url !== null) showReady(url, screen);
  };
  const onOtherGraph = (): void => {
    showOtherGraph(screen);
    if (url !== null) showReady(url, screen);
  };
  const server = await startServer(settings, { log, onLoaded, onOtherGraph });
  url = server.url;
  stopOnSignal(server, log);
  if (server.outage) showWaiting(url, server.outage, screen);
  else showReady(url, screen);
  return exitCodes.ok;
}

function showOtherGraph({ out, document, colors }: Screen): void {
  out(`${colors.yellow('This database holds a graph of its own')}, which is served as it is.`);
  out('The scripts in cypher/ are not loaded into it. To have them there as well: npm run load -- cypher');
  document({ event: 'other-graph' });
}

function showReady(url: string, { out, document, colors }: Screen): void {
  out(`${colors.green('Claimgraph is ready')}: ${url}`);
  document({ event: 'ready', url });
}

function showWaiting(url: string, { message, hint }: StoreError, { out, document, colors }: Screen): void {
  out(`${colors.yellow('Claimgraph waits for its database')}: ${harmless(message)}`);
  if (hint !== undefined) out(harmless(hint));
  out(`It loads cypher/ and answers as soon as the database does. Until then ${url} shows no graph.`);
  document({ event: 'waiting', url, reason: message });
}
