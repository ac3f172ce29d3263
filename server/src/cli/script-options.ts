import { resolve } from 'node:path';

import { type Command, InvalidArgumentError } from 'commander';

import type { Permissions } from '../loader/load-options.ts';
import type { Parameters } from '../store/values.ts';
import { withParameter } from './parameter.ts';

/** Options of every command that reads scripts. */
export interface ScriptOptions {
  readonly param?: Parameters;
  readonly allowDelete?: boolean;
  readonly allowLoadCsv?: string;
  readonly allowUnreviewed?: boolean;
  readonly strict?: boolean;
  /** Bytes. */
  readonly maxSize?: number;
  readonly name?: string;
}

export function addScriptOptions(command: Command): Command {
  return command
    .option('--param <name=value>', 'a value for $name; repeat it for more', withParameter)
    .option('--allow-delete', 'let scripts DELETE and REMOVE, as example graphs often begin')
    .option('--allow-load-csv <folder>', 'let scripts read CSV files of this folder and below it')
    .option('--allow-unreviewed', 'let drafts in whose proposals nobody has been through')
    .option('--strict', 'refuse a script for a warning as for an error')
    .option('--max-size <MB>', 'largest script to read; 64 unless said otherwise', megabytes)
    .option('--name <name>', 'what the script from standard input is called');
}

export function permissionsOf(options: ScriptOptions): Permissions {
  const { allowDelete, allowLoadCsv, allowUnreviewed } = options;
  return {
    ...(allowDelete ? { delete: true } : {}),
    ...(allowLoadCsv === undefined ? {} : { csvFolder: resolve(allowLoadCsv) }),
    ...(allowUnreviewed ? { unreviewed: true } : {}),
  };
}

function megabytes(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It has to be a number of megabytes above 0.');
  return number * 1024 * 1024;
}
