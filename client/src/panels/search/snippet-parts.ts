import type { TextSpan } from '../../api/graph.ts';

export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut at its highlights. Highlights that overlap are one; empty parts are left out. */
export function snippetParts(text: string, highlights: readonly TextSpan[]): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let done = 0;
  for (const { start, end } of highlights.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, done);
    parts.push({ text: text.slice(done, from), hit: false }, { text: text.slice(from, end), hit: true });
    done = Math.max(done, end);
  }
  parts.push({ text: text.slice(done), hit: false });
  return parts.filter((part) => part.text !== '');
}
