import { depthChange } from '../../lib/brackets.ts';
import { isBlank, lex, type TokenKind } from '../../lib/cypher-lexer.ts';

/** A token that means something, with its text; words also in upper case, as keywords are compared. */
export interface CodeToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
}

/** The statement without white space and comments. */
export function codeTokens(cypher: string): readonly CodeToken[] {
  return lex(cypher)
    .tokens.filter((token) => !isBlank(token))
    .map(({ kind, start, end }) => {
      const text = cypher.slice(start, end);
      return { kind, text, keyword: kind === 'word' ? text.toUpperCase() : '', start, end };
    });
}

/** The tokens between brackets, cut at their outer commas: `a, (b, c)` gives two. */
export function splitAtCommas(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const parts: CodeToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
