/** A line of a script, cut to what fits on a screen, and what of it is meant. */
export interface Excerpt {
  readonly text: string;
  /** Where in `text` the mark begins, from 0, and how long it is (at least 1), both in UTF-16 units. */
  readonly mark: number;
  readonly length: number;
}

const maxLength = 96;
const lead = 36;

/** Cuts a long line around the place that is meant: the text of an article may be one line. */
export function excerptOf(line: string, column: number, length: number): Excerpt {
  const from = line.length <= maxLength ? 0 : Math.max(0, Math.min(column - lead, line.length - maxLength));
  const to = Math.min(line.length, from + maxLength);
  const before = from > 0 ? '… ' : '';
  const after = to < line.length ? ' …' : '';
  // Tabs would move the mark away from what it marks.
  const text = before + line.slice(from, to).replaceAll('\t', ' ') + after;
  const mark = before.length + Math.max(0, column - from);
  return { text, mark, length: Math.max(1, Math.min(length, to - column)) };
}
