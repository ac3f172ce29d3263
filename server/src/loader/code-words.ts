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

/**
 * Whether a word stands as a name here: a property (`n.delete`; but not behind a number, which may end in
 * a dot), or a label or type (`:DELETE`).
 */
export function isNamePlace(words: readonly CodeWord[], at: number): boolean {
  const before = words[at - 1]?.text;
  return before === ':' || (before === '.' && words[at - 2]?.kind !== 'number');
}
