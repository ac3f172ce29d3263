import { Command, CommanderError } from 'commander';

import { commands } from './commands.ts';
import { exitCodes, exitCodesHelp } from './exit-code.ts';

const lesson = `
From text to graph:
  claimgraph draft article.txt            a script to go through, from a raw article
  claimgraph check                        what is wrong with the scripts?
  claimgraph load --dry-run script.cypher what would it change?
  claimgraph load script.cypher           load it, and see what it backs and contradicts

Inside of this repository, npm run claimgraph -- <command> runs it, and npm run load -- FILES is short for load.
Every command has a --help of its own, with examples, and takes --json.

${exitCodesHelp}`;

const program = new Command('claimgraph')
  .description('A knowledge graph for news in which every relation is a claim with evidence.')
  .addHelpText('after', lesson)
  .showHelpAfterError('(add --help for what there is)')
  .exitOverride();

for (const command of commands) command.register(program);

// Whoever reads may stop reading, as `| head` does, or the disk behind `>` may be full; the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout)
      console.error(`error: Standard output cannot be written: ${error.message}`);
    process.once('exit', () => (process.exitCode ||= exitCodes.wrongUse));
  });
}

try {
  await program.parseAsync();
} catch (error) {
  // Everything else is told by the command that it stopped.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUse;
}
