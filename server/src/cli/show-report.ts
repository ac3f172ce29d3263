import type { GraphChange, LoadReport, ScriptReport } from '../loader/report.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';
import { problemLines } from './show-problem.ts';

/** What became of one script: what it changed to one side, what is wrong with it to the other. */
export function showScript(report: ScriptReport, screen: Screen): void {
  const { colors, out, err } = screen;
  const file = harmless(report.file);
  switch (report.outcome) {
    case 'loaded': {
      for (const problem of report.warnings) problemLines(problem, colors).forEach(err);
      const { statements } = report.change;
      const time = `${(report.milliseconds / 1000).toFixed(1)} s`;
      out(
        `${colors.green('loaded')}     ${file} ${colors.dim(`(${count(statements, 'statement')}, ${time})`)}`,
      );
      for (const line of changeLines(report.change)) out(`           ${line}`);
      break;
    }
    case 'unchanged': {
      const when = report.loadedAt.slice(0, 16).replace('T', ' ');
      out(
        `${colors.dim('unchanged')}  ${file} ${colors.dim(`(loaded ${when} UTC by ${harmless(report.by)})`)}`,
      );
      break;
    }
    case 'failed':
      for (const problem of report.problems) problemLines(problem, colors).forEach(err);
      out(`${colors.red('refused')}    ${file} ${colors.dim('(nothing of it was loaded)')}`);
      break;
    case 'stopped':
      out(`${colors.yellow('stopped')}    ${file} ${colors.dim('(nothing of it was loaded)')}`);
      break;
    case 'skipped':
      out(
        `${colors.yellow('skipped')}    ${file} ${colors.dim('(not tried, as another script was refused)')}`,
      );
      break;
  }
  for (const notice of report.notices) out(`           ${colors.dim(`note: ${harmless(notice)}`)}`);
}

/** One sentence over everything. */
export function showTotals({ scripts, complete }: LoadReport, screen: Screen): void {
  const of = (outcome: ScriptReport['outcome']): number =>
    scripts.filter((script) => script.outcome === outcome).length;
  const changes = scripts.flatMap((script) => (script.outcome === 'loaded' ? [script.change] : []));
  const sum = (value: (change: GraphChange) => number): number =>
    changes.reduce((total, change) => total + value(change), 0);
  const outcomes = [
    [of('loaded'), 'loaded'],
    [of('unchanged'), 'unchanged'],
    [of('failed'), 'refused'],
    [of('skipped'), 'skipped'],
  ] as const;
  const told = outcomes.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const gained =
    changes.length === 0
      ? 'The graph is as it was.'
      : `Created: ${count(
          sum((change) => change.nodesCreated),
          'node',
        )}, ` +
        `${count(
          sum((change) => change.relationsCreated),
          'relation',
        )}. ` +
        `Claims: ${sum((change) => change.claims.created.length)} created, ` +
        `${sum((change) => change.claims.changed.length)} changed, ` +
        `${sum((change) => change.claims.removed.length)} removed.`;
  const { bold, green, red } = screen.colors;
  const heading = `${count(scripts.length, 'script')}: ${told.join(', ')}.`;
  screen.out(`\n${bold(complete ? green(heading) : red(heading))} ${gained}`);
}

function changeLines(change: GraphChange): readonly string[] {
  const { claims, entitiesCreated, entitiesLeft, nodesCreated, relationsCreated, relationsRemoved } = change;
  const parts = [
    nodesCreated > 0 && `${count(nodesCreated, 'node')} created`,
    entitiesCreated.length > 0 && `${count(entitiesCreated.length, 'entity', 'entities')} among them`,
    relationsCreated > 0 && `${count(relationsCreated, 'relation')} created`,
    relationsRemoved > 0 && `${count(relationsRemoved, 'relation')} removed`,
  ];
  const claimParts = [
    claims.created.length > 0 && `${claims.created.length} created`,
    claims.changed.length > 0 && `${claims.changed.length} changed`,
    claims.removed.length > 0 && `${claims.removed.length} removed`,
    claims.kept > 0 && `${claims.kept} as before`,
  ];
  const told = (list: readonly (string | false)[]): string =>
    list.filter((part) => part !== false).join(', ');
  const graphLine = told(parts);
  const claimLine = told(claimParts);
  return [
    ...(graphLine ? [graphLine] : []),
    ...(claimLine ? [`claims: ${claimLine}`] : []),
    ...(entitiesLeft.length > 0
      ? [`nothing refers any more to ${entitiesLeft.map(harmless).join(', ')} (kept in the graph)`]
      : []),
  ];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
