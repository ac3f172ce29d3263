import type { LoadProgress } from '../loader/report.ts';
import { grouped } from './numbers.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';

/** How far work has come. */
export interface Step {
  /** What is worked on, such as `[1/3] checking articles/x.cypher`. */
  readonly label: string;
  readonly done: number;
  /** Null where nobody knows how much there is. */
  readonly total: number | null;
  /** What is counted, in the plural. */
  readonly unit: string;
}

export interface Progress {
  readonly show: (step: Step) => void;
}

/** Work that is done sooner shows nothing. Milliseconds. */
const quietMs = 400;
const paintMs = 100;
const logMs = 5000;

/** A bar on the terminal that watches; elsewhere a line every few seconds, if `log` asks for it. */
export function startProgress(screen: Screen, { log }: { readonly log: boolean }): Progress {
  const started = performance.now();
  let next = quietMs;
  return {
    show: (step) => {
      const elapsed = performance.now() - started;
      const columns = screen.columns();
      if (elapsed < next || (columns === null && !log)) return;
      if (columns === null) screen.progressLog(logLine(step, elapsed));
      else screen.progress(barLine(step, elapsed, columns));
      next = elapsed + (columns === null ? logMs : paintMs);
    },
  };
}

/** The step that a load has reached; undefined where a script is done, which is told by a line of its own. */
export function stepOfLoad(progress: LoadProgress): Step | undefined {
  if (progress.kind === 'script') return undefined;
  const { file, script, scripts } = progress;
  const place = scripts > 1 ? `[${script}/${scripts}] ` : '';
  return progress.kind === 'check'
    ? {
        label: `${place}checking ${file}`,
        done: progress.characters,
        total: progress.ofCharacters,
        unit: 'characters',
      }
    : {
        label: `${place}${file}`,
        done: progress.statement,
        total: progress.statements,
        unit: 'statements',
      };
}

const barWidth = 24;

/** @example articles/x.cypher ██████░░░░░░░░░░░░░░░░░░  25 %  1,000 of 4,000 statements  0:07 */
export function barLine(step: Step, elapsedMs: number, columns: number): string {
  const { done, total } = step;
  const seconds = Math.floor(elapsedMs / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const full = total === null ? 0 : Math.floor(barWidth * shareOf(done, total));
  const bar = total === null ? '' : `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}  `;
  const tail = `${bar}${counted(step)}  ${clock}`;
  const room = columns - 2 - tail.length;
  if (room < 10) return tail.slice(0, Math.max(1, columns - 1));
  const label = harmless(step.label);
  // The end of a path says more than its beginning.
  return `${label.length > room ? `…${label.slice(label.length - room + 1)}` : label} ${tail}`;
}

function logLine(step: Step, elapsedMs: number): string {
  return `${harmless(step.label)}: ${counted(step)}, ${Math.round(elapsedMs / 1000)} s`;
}

function counted({ done, total, unit }: Step): string {
  if (total === null) return `${grouped(done)} ${unit}`;
  const percent = String(Math.floor(100 * shareOf(done, total))).padStart(3);
  return `${percent} %  ${grouped(done)} of ${grouped(total)} ${unit}`;
}

function shareOf(done: number, total: number): number {
  return total === 0 ? 1 : Math.min(1, done / total);
}
