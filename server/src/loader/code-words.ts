import type { Token } from '../lib/cypher-lexer.ts';
import type { Part } from './splitter.ts';

/** A token of a part with what it says: as written, and as keywords and names are compared. */
export interface CodeWord extends Token {
  readonly text: string;
  /** In upper case; a name in backticks is itself, since it is never a keyword. */
  readonly upper: string;
}

let latest: { readonly part: Part; readonly words: readonly CodeWord[] } | undefined;

/** A part's tokens with their text, in order. Several checks read each part one after another. */
export function codeWords(part: Part, text: string): readonly CodeWord[] {
  if (latest?.part !== part) latest = { part, words: part.tokens.map((token) => codeWord(token, text)) };
  return latest.words;
}

function codeWord({ kind, start, end }: Token, text: string): CodeWord {
  const body = text.slice(start, end);
  // Strings may be long, and are never compared.
  const upper = kind === 'word' || kind === 'parameter' ? body.toUpperCase() : body;
  return { kind, start, end, text: body, upper };
}

/** A name as the database knows it, without its backticks. */
export function plainName({ text, kind }: CodeWord): string {
  return kind === 'quoted-name' ? text.slice(1, -1).replaceAll('``', '`') : text;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** By how much a word changes the depth of brackets. */
export function depthChange({ text }: CodeWord): -1 | 0 | 1 {
  if (OPENING.has(text)) return 1;
  return CLOSING.has(text) ? -1 : 0;
}

/** Index of the bracket that closes the one at `start`, or the number of words if none does. */
export function closingBracket(words: readonly CodeWord[], start: number): number {
  let depth = 0;
  for (let at = start; at < words.length; at += 1) {
    const word = words[at];
    depth += word === undefined ? 0 : depthChange(word);
    if (depth === 0) return at;
  }
  return words.length;
}

/**
 * Whether a word stands as a name here: a property (`n.delete`; but not behind a number, which may end in
 * a dot), or a label or type (`:DELETE`).
 */
export function isNamePlace(words: readonly CodeWord[], at: number): boolean {
  const before = words[at - 1]?.text;
  return before === ':' || (before === '.' && words[at - 2]?.kind !== 'number');
}
