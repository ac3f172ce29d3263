import { exitCodes } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { showFailure } from './failure.ts';
import { openScreen, ReaderGoneError } from './screen.ts';
import type { Screen } from './screen.ts';

/** What every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** Runs a command to its exit code; what stops it is told once, to people or to machines. */
export async function runCommand(
  command: string,
  { json = false }: CommonOptions,
  work: (screen: Screen) => Promise<ExitCode>,
): Promise<void> {
  const screen = openScreen({ command, json });
  try {
    process.exitCode = await work(screen);
  } catch (error) {
    // Who read has enough, as behind `| head`.
    process.exitCode = error instanceof ReaderGoneError ? exitCodes.ok : showFailure(error, screen);
  }
}
