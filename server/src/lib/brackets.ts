/** A piece of code of which only brackets count. */
interface Piece {
  readonly text: string;
}

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** By how much a piece changes the depth of brackets. */
export function depthChange({ text }: Piece): -1 | 0 | 1 {
  if (opening.has(text)) return 1;
  return closing.has(text) ? -1 : 0;
}

/** Index of the bracket that closes the one at `start`, or the number of pieces if none does. */
export function closingBracket(pieces: readonly Piece[], start: number): number {
  let depth = 0;
  for (let at = start; at < pieces.length; at += 1) {
    const piece = pieces[at];
    depth += piece === undefined ? 0 : depthChange(piece);
    if (depth === 0) return at;
  }
  return pieces.length;
}
