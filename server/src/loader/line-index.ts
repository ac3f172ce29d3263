/** A place in a file; line and column count from 1, the column in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in one text. Lines end at LF, CRLF or CR. */
export interface LineIndex {
  /** Offsets in UTF-16 units; the text's length is the place after its last character. */
  placeAt(offset: number): Place;
  /** The offset of a place; places outside of the text give its nearest end. */
  offsetAt(place: Place): number;
  /** The line without its end, counted from 1; empty beyond the last. */
  lineText(line: number): string;
}

interface Line {
  /** Counted from 1. */
  readonly line: number;
  readonly start: number;
  /** Where the next one begins; infinite for the last. */
  readonly next: number;
}

/** Every so many lines one is remembered: less to keep of a text of a million lines, and little to walk. */
const stride = 256;
const lineBreak = /\r\n|\n|\r/g;

/** Reads the text only as far as it is asked; asking in the text's order takes time linear in its length. */
export function lineIndex(text: string): LineIndex {
  /** Where lines 1, 1 + stride, 1 + 2 * stride ... begin, as far as the text was read. */
  const marks: number[] = [0];

  const lineFrom = (line: number, start: number): Line => {
    lineBreak.lastIndex = start;
    return { line, start, next: lineBreak.test(text) ? lineBreak.lastIndex : Number.POSITIVE_INFINITY };
  };
  let latest = lineFrom(1, 0);

  const after = ({ line, next }: Line): Line => {
    if (line % stride === 0 && marks.length === line / stride) marks.push(next);
    return lineFrom(line + 1, next);
  };

  /** The last line that begins at or before the offset, and is at most the given one. */
  const walk = (offset: number, last: number): Line => {
    const isAhead = latest.start <= offset && latest.line <= last;
    let found = isAhead ? latest : lineFromMark(marks, { offset, last }, lineFrom);
    while (found.next <= offset && found.line < last) found = after(found);
    latest = found;
    return found;
  };

  return {
    placeAt(offset) {
      const { line, start } = walk(offset, Number.POSITIVE_INFINITY);
      return { line, column: offset - start + 1 };
    },
    offsetAt({ line, column }) {
      if (line < 1) return 0;
      const found = walk(text.length, line);
      if (found.line < line) return text.length;
      return Math.max(0, Math.min(found.start + column - 1, text.length));
    },
    lineText(line) {
      if (line < 1) return '';
      const found = walk(text.length, line);
      if (found.line < line) return '';
      return text.slice(found.start, Math.min(found.next, text.length)).replace(/[\r\n]+$/, '');
    },
  };
}

function lineFromMark(
  marks: readonly number[],
  { offset, last }: { readonly offset: number; readonly last: number },
  lineFrom: (line: number, start: number) => Line,
): Line {
  let low = 0;
  let high = Math.min(marks.length - 1, Math.floor((last - 1) / stride));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lineFrom(low * stride + 1, marks[low] ?? 0);
}
