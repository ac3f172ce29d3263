import { userInfo } from 'node:os';
import { join, relative } from 'node:path';

import { InvalidArgumentError } from 'commander';

import { readVocabulary } from '../../app/read-vocabulary.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import { openStore } from '../../app/stores.ts';
import { workspace } from '../../app/workspace.ts';
import { loadScripts } from '../../loader/load.ts';
import { readScripts } from '../../loader/reader.ts';
import type { LoadProgress, ScriptReport } from '../../loader/report.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { harmless, terminal } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { showScript, showTotals } from '../show-report.ts';

const help = `
Each script is loaded whole or not at all, in one transaction. A script that did not change since it
was loaded is skipped; a changed one replaces exactly the claims of its article. Everything is checked:
every quote has to be in the article, every speaker and every end of a claim has to exist.

Examples:
  npm run load -- cypher/articles/2026-01-28-cia-annex-venezuela.cypher
  npm run load -- cypher                       every script below a folder
  CLAIMGRAPH_STORE=neo4j://localhost:7687 NEO4J_PASSWORD=... npm run load -- cypher`;

interface LoadOptions {
  /** Bytes. */
  readonly maxSize?: number;
}

export const load: CliCommand = {
  name: 'load',
  register: (program) => {
    program
      .command('load')
      .description('Check scripts and load them into the graph.')
      .argument('<paths...>', 'scripts, or folders of scripts (*.cypher)')
      .option('--max-size <MB>', 'largest script to read; 64 unless said otherwise', megabytes)
      .addHelpText('after', help)
      .action(async (paths: string[], options: LoadOptions) => {
        process.exitCode = await run(paths, options, terminal());
      });
  },
};

async function run(paths: readonly string[], { maxSize }: LoadOptions, screen: Screen): Promise<number> {
  const folders = workspace();
  const settings = readSettings(readEnvironment(folders.root));
  const vocabulary = await readVocabulary(folders.cypher);
  const limits = { root: folders.root, ...(maxSize === undefined ? {} : { maxBytes: maxSize }) };
  const asked = await readScripts(paths, limits);
  // Constraints come first, whatever is loaded: without them two loaders could make one entity twice.
  const schema = await readScripts([relative(process.cwd(), join(folders.cypher, 'schema'))], limits);
  const implied = schema.filter(({ path }) => !asked.some((script) => script.path === path));
  const isTold = ({ path, outcome }: ScriptReport): boolean =>
    outcome === 'loaded' || outcome === 'failed' || !implied.some((script) => script.path === path);
  const store = await openStore(settings.store);
  process.once('SIGINT', () => {
    screen.err(
      '\nStopped. Scripts told as loaded are in the graph, the one at work is not; run the command again to go on.',
    );
    process.exit(exitCodes.interrupted);
  });
  try {
    const onProgress = (progress: LoadProgress): void => {
      if (progress.kind === 'statement') showProgress(progress, screen);
      else if (progress.kind === 'script' && isTold(progress.report)) showScript(progress.report, screen);
    };
    const report = await loadScripts(store, [...implied, ...asked], {
      vocabulary,
      by: userName(),
      onProgress,
    });
    showTotals({ ...report, scripts: report.scripts.filter(isTold) }, screen);
    return report.complete ? exitCodes.ok : exitCodes.scriptRefused;
  } finally {
    await store.close();
  }
}

function showProgress(progress: Extract<LoadProgress, { kind: 'statement' }>, screen: Screen): void {
  const { file, script, scripts, statement, statements } = progress;
  screen.progress(`[${script}/${scripts}] ${harmless(file)}: statement ${statement} of ${statements}`);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

function megabytes(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It has to be a number of megabytes above 0.');
  return number * 1024 * 1024;
}
