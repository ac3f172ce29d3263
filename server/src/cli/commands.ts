import type { CliCommand } from './command.ts';
import { load } from './commands/load.ts';
import { serve } from './commands/serve.ts';

/** Every command there is, in the order of `--help`. */
export const commands: readonly CliCommand[] = [serve, load];
