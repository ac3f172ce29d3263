import type { CliCommand } from './command.ts';
import { check } from './commands/check.ts';
import { doctor } from './commands/doctor.ts';
import { draft } from './commands/draft.ts';
import { exportCommand } from './commands/export.ts';
import { load } from './commands/load.ts';
import { rebuild } from './commands/rebuild.ts';
import { serve } from './commands/serve.ts';
import { status } from './commands/status.ts';
import { unload } from './commands/unload.ts';

/** Every command there is, in the order of `--help`: as an author meets them. */
export const commands: readonly CliCommand[] = [
  draft,
  check,
  load,
  status,
  unload,
  exportCommand,
  rebuild,
  serve,
  doctor,
];
