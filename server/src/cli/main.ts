import { Command, CommanderError } from 'commander';

import { commands } from './commands.ts';
import { exitCodes, exitCodesHelp } from './exit-code.ts';
import { showFailure } from './failure.ts';
import { terminal } from './screen.ts';

const program = new Command('claimgraph')
  .description('A knowledge graph for news in which every relation is a claim with evidence.')
  .addHelpText('after', `\n${exitCodesHelp}`)
  .showHelpAfterError('(add --help for what there is)')
  .exitOverride();

for (const command of commands) command.register(program);

// Whoever reads may stop reading, as `| head` does; the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUse;
  else process.exitCode = showFailure(error, terminal());
}
