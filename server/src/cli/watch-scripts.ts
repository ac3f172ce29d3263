import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Script } from '../loader/script.ts';
import { showFailure } from './failure.ts';
import { count } from './numbers.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';

export interface Watching {
  readonly read: () => Promise<readonly Script[]>;
  readonly load: (scripts: readonly Script[]) => Promise<void>;
  readonly screen: Screen;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** An editor may save in several steps, a checkout writes many files. Milliseconds. */
const settleMs = 200;

/**
 * Loads scripts, and again those whose text changed, whenever something is saved, until the signal. What
 * goes wrong is told and the next save waited for.
 */
export async function watchScripts(paths: readonly string[], watching: Watching): Promise<void> {
  const { screen, signal } = watching;
  const { watch } = await import('chokidar');
  const watcher = watch(paths.map(watchedPlace), { ignoreInitial: true });
  let notify = (): void => undefined;
  // Listened for from before scripts are read, so that no save falls in between.
  const nextSave = async (): Promise<void> =>
    new Promise((resolve) => {
      notify = resolve;
    });
  watcher.on('all', () => notify());
  signal.addEventListener('abort', () => notify(), { once: true });
  try {
    const seen = new Map<string, string>();
    while (!signal.aborted) {
      const saved = nextSave();
      await loadChanged(seen, watching);
      if (signal.aborted) break;
      showWaiting(seen, screen);
      await saved;
      if (!signal.aborted) await pause(settleMs);
    }
  } finally {
    await watcher.close();
  }
  screen.err('\nStopped watching. What is told as loaded is in the graph.');
}

/** The folder of a glob that is to be watched for it: the part before its first wildcard. */
function watchedPlace(path: string): string {
  if (existsSync(path)) return path;
  const wild = path.search(/[*?[\]{}()!]/);
  return wild < 0 ? path : dirname(`${path.slice(0, wild)}x`);
}

/** Loads what changed since it was last tried; `seen` is each script's text by its path. */
async function loadChanged(seen: Map<string, string>, { read, load, screen }: Watching): Promise<void> {
  try {
    const scripts = await read();
    const changed = scripts.filter(({ path, text }) => seen.get(path) !== text);
    const gone = Array.from(seen.keys()).filter((path) => !scripts.some((script) => script.path === path));
    for (const path of gone) {
      seen.delete(path);
      screen.err(
        `${harmless(path)} is gone; what it loaded stays (claimgraph unload ${harmless(path)} takes it out).`,
      );
    }
    for (const { path, text } of changed) seen.set(path, text);
    if (changed.length > 0) await load(changed);
  } catch (error) {
    showFailure(error, screen);
  }
}

function showWaiting(seen: ReadonlyMap<string, string>, { err, document, colors }: Screen): void {
  const time = new Date().toTimeString().slice(0, 8);
  err(
    colors.dim(`${time} watching ${count(seen.size, 'script')}; save one to load it again, Ctrl-C ends.\n`),
  );
  document({ event: 'watching', files: Array.from(seen.keys()) });
}
