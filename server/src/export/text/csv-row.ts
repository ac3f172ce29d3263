/**
 * What a spreadsheet would run as a formula: behind blanks of any kind, and in the full-width forms that
 * Japanese and Chinese editions take for the plain ones.
 */
// oxlint-disable-next-line no-control-regex -- spreadsheets drop these characters and run what follows
const formula = /^[\s\u200B\uFEFF]*[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A row by RFC 4180, with its line end. Unless `raw`, a cell that a spreadsheet could run gets an
 * apostrophe in front, which the spreadsheet does not show.
 */
export function csvRow(cells: readonly string[], { raw }: { readonly raw: boolean }): string {
  return `${cells.map((cell) => quoted(raw || !formula.test(cell) ? cell : `'${cell}`)).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
