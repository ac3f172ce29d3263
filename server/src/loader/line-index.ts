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

const lineBreak = /\r\n|\n|\r/g;

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);

  return {
    placeAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    offsetAt({ line, column }) {
      const start = starts[line - 1] ?? (line < 1 ? 0 : text.length);
      return Math.max(0, Math.min(start + column - 1, text.length));
    },
    lineText(line) {
      const start = starts[line - 1];
      if (start === undefined) return '';
      return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}
