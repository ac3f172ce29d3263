import { closingBracket } from '../../lib/brackets.ts';
import { codeTokens } from './code-tokens.ts';

/** Behind a sum that has another name or is part of more, the column's name does not change with the text. */
const GOES_ON = /^(?:AS|[+\-*/%^<>=])$/iu;

/**
 * The sum of no values is 0 in Cypher and null in the engine: puts the 0 in. A sum that is a column by
 * itself keeps its text, which is the column's name.
 */
export function sumsOfNothing(cypher: string): string {
  if (!/\bsum\s*\(/iu.test(cypher)) return cypher;
  const tokens = codeTokens(cypher);
  const opening = new Set<number>();
  const closing = new Set<number>();
  for (const [at, { keyword, start }] of tokens.entries()) {
    if (keyword !== 'SUM' || tokens[at + 1]?.text !== '(' || tokens[at - 1]?.text === '.') continue;
    const close = closingBracket(tokens, at + 1);
    if (!GOES_ON.test(tokens[close + 1]?.text ?? '')) continue;
    opening.add(start);
    closing.add(tokens[close]?.end ?? cypher.length);
  }
  let result = '';
  let copied = 0;
  for (const place of [...opening, ...closing].toSorted((a, b) => a - b)) {
    result += `${cypher.slice(copied, place)}${opening.has(place) ? 'coalesce(' : ', 0)'}`;
    copied = place;
  }
  return result + cypher.slice(copied);
}
