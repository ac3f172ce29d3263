import type { CliCommand } from './command.ts';
import { load } from './load.ts';
import { serve } from './serve.ts';

/** Every command there is, in the order of `--help`. */
export const commands: readonly CliCommand[] = [serve, load];
