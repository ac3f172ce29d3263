import type { Excerpt } from '../loader/excerpt.ts';
import type { ScriptProblem } from '../loader/script-problem.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';

/**
 * A problem in lines: where and what, the line of the script with a mark below it, what to do.
 *
 * @example
 * articles/2030-05-02-port.cypher:12:10: error: This quote is not in the article.
 *   12 │   quote: 'Ruiz has run the harbour since March',
 *      │          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *      = The article says: "Ruiz has run the port since March". It has "port" where the quote has "harbour".
 */
export function problemLines(problem: ScriptProblem, colors: Screen['colors']): readonly string[] {
  const { severity, message, hint, file, line, column, excerpt } = problem;
  const kind = severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const margin = ' '.repeat(Math.max(4, String(line ?? '').length + 2));
  const bar = colors.dim(`${margin} │`);
  return [
    `${colors.bold(harmless(place))}: ${colors.bold(kind)}: ${harmless(message)}`,
    ...(excerpt && line !== null
      ? [
          `${colors.dim(`${String(line).padStart(margin.length)} │`)} ${harmless(excerpt.text)}`,
          `${bar} ${markBelow(excerpt, severity, colors)}`,
        ]
      : []),
    ...(hint === null ? [] : [`${margin} ${colors.dim('=')} ${harmless(hint)}`]),
  ];
}

function markBelow(
  { text, mark, length }: Excerpt,
  severity: ScriptProblem['severity'],
  colors: Screen['colors'],
): string {
  const color = severity === 'error' ? colors.red : colors.yellow;
  const width = Math.max(1, columnsOf(text.slice(mark, mark + length)));
  return ' '.repeat(columnsOf(text.slice(0, mark))) + color('^'.repeat(width));
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!/\p{M}/u.test(character)) columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}
