import type { Place } from '../loader/line-index.ts';
import { split } from '../loader/splitter.ts';

/** A script with blanks instead of the statement at a place, so that everything else stays where it is. */
export function withoutStatementAt(text: string, place: Place): string {
  const { parts, lines } = split(text);
  const offset = lines.offsetAt(place);
  let start = 0;
  for (const part of parts) {
    const end = start + part.text.length;
    if (offset < end) return text.slice(0, start) + blanks(part.text) + text.slice(end);
    start = end;
  }
  return text;
}

function blanks(text: string): string {
  return text.replaceAll(/[^\n\r]/g, ' ');
}
