import type { GraphChange, KeptBatches, LoadReport, ScriptReport } from '../loader/report.ts';
import type { ScriptProblem } from '../loader/script-problem.ts';
import type { CaptionOf } from './captions.ts';
import { count, grouped } from './numbers.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';
import { changeLines } from './show-change.ts';
import { problemLines } from './show-problem.ts';
import { isWithinArticle } from './show-standing.ts';

export interface ReportView {
  /** Everything is rolled back. */
  readonly dryRun: boolean;
  /** Lists are shown whole. */
  readonly all: boolean;
  readonly captionOf: CaptionOf;
}

/** What became of one script: what it changed to one side, what is wrong with it to the other. */
export function showScript(report: ScriptReport, screen: Screen, view: ReportView): void {
  const { colors, out } = screen;
  const { file } = report;
  switch (report.outcome) {
    case 'loaded': {
      showProblems(report.warnings, screen);
      const time = `${(report.milliseconds / 1000).toFixed(1)} s`;
      const more = `(${count(report.change.statements, 'statement')}, ${time})`;
      out(outcomeLine({ word: colors.green(view.dryRun ? 'would load' : 'loaded'), file, more }, screen));
      for (const line of changeLines(report.change, { colors, ...view })) out(margin + line);
      break;
    }
    case 'unchanged': {
      const when = report.loadedAt.slice(0, 16).replace('T', ' ');
      const more = `(loaded ${when} UTC by ${harmless(report.by)})`;
      out(outcomeLine({ word: colors.dim('unchanged'), file, more }, screen));
      break;
    }
    case 'judged': {
      showProblems(report.warnings, screen);
      const more = '(read and judged, not run: it could not be rolled back)';
      out(outcomeLine({ word: colors.cyan('judged'), file, more }, screen));
      break;
    }
    case 'failed':
      showProblems(report.problems, screen);
      out(outcomeLine({ word: colors.red('refused'), file, more: keptOf(report.kept) }, screen));
      break;
    case 'stopped':
      out(outcomeLine({ word: colors.yellow('stopped'), file, more: keptOf(report.kept) }, screen));
      break;
    case 'skipped': {
      const more = '(not tried, as the work had ended before)';
      out(outcomeLine({ word: colors.yellow('skipped'), file, more }, screen));
      break;
    }
  }
  for (const notice of report.notices) out(margin + colors.dim(`note: ${harmless(notice)}`));
}

const margin = ' '.repeat(11);

export function showProblems(problems: readonly ScriptProblem[], { colors, err }: Screen): void {
  for (const problem of problems) problemLines(problem, colors).forEach(err);
}

interface Outcome {
  readonly word: string;
  readonly file: string;
  readonly more: string;
}

function outcomeLine({ word, file, more }: Outcome, { colors }: Screen): string {
  return `${padded(word)} ${harmless(file)} ${colors.dim(more)}`;
}

/** To ten columns, of which colours take none. */
function padded(word: string): string {
  // oxlint-disable-next-line no-control-regex -- colours are control sequences
  const columns = word.replaceAll(/\u001B\[\d+m/g, '').length;
  return word + ' '.repeat(Math.max(0, 10 - columns));
}

function keptOf(kept: KeptBatches | undefined): string {
  if (!kept) return '(nothing of it was loaded)';
  return `(${grouped(kept.statements)} of its ${grouped(kept.of)} statements are kept; load it again to go on behind them)`;
}

/** One sentence over everything. */
export function showTotals({ scripts, complete, dryRun }: LoadReport, screen: Screen): void {
  const outcomes = [
    ['loaded', dryRun ? 'would load' : 'loaded'],
    ['judged', 'judged'],
    ['unchanged', 'unchanged'],
    ['failed', 'refused'],
    ['stopped', 'stopped'],
    ['skipped', 'skipped'],
  ] as const;
  const told = outcomes.flatMap(([outcome, word]) => {
    const number = scripts.filter((script) => script.outcome === outcome).length;
    return number > 0 ? [`${number} ${word}`] : [];
  });
  const changes = scripts.flatMap((script) => (script.outcome === 'loaded' ? [script.change] : []));
  const { bold, green, red } = screen.colors;
  const heading = `${count(scripts.length, 'script')}: ${told.join(', ')}.`;
  screen.out(`\n${bold(complete ? green(heading) : red(heading))} ${gained(changes, dryRun)}`);
}

function gained(changes: readonly GraphChange[], dryRun: boolean): string {
  if (changes.length === 0) return 'The graph is as it was.';
  const sum = (value: (change: GraphChange) => number): number =>
    changes.reduce((total, change) => total + value(change), 0);
  const nodes = count(
    sum((change) => change.nodesCreated),
    'node',
  );
  const relations = count(
    sum((change) => change.relationsCreated),
    'relation',
  );
  const claims = [
    `${grouped(sum((change) => change.claims.created.length))} created`,
    `${grouped(sum((change) => change.claims.changed.length))} changed`,
    `${grouped(sum((change) => change.claims.removed.length))} removed`,
  ];
  const backed = sum((change) => change.backed.length);
  const contradicted = sum((change) => change.contradicted.length);
  const within = sum((change) => change.contradicted.filter(isWithinArticle).length);
  const standing = [
    ...(backed > 0 ? [`Backed: ${count(backed, 'relation')}.`] : []),
    ...(contradicted > 0 ? [`Contradicted: ${pairs(contradicted, within)}.`] : []),
  ];
  return [
    `Created: ${nodes}, ${relations}.`,
    `Claims: ${claims.join(', ')}.`,
    ...standing,
    ...(dryRun ? ['All of it was rolled back.'] : []),
  ].join(' ');
}

function pairs(all: number, within: number): string {
  const told = `${count(all, 'pair')} of claims`;
  if (within === 0) return told;
  return `${told}, ${within === all ? 'all' : grouped(within)} within one article`;
}
