import type { Command } from 'commander';

/** One command of the command line. */
export interface CliCommand {
  readonly name: string;
  /** Adds it, with its options and its help, to the program. */
  readonly register: (program: Command) => void;
}
