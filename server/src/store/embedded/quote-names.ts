import { type CodeToken, codeTokens } from './code-tokens.ts';

/** Words that the engine takes for keywords wherever they stand; Neo4j reads `[:IN]` and `n.set` as names. */
const KEYWORDS =
  'and|as|case|create|delete|detach|distinct|else|false|in|is|match|merge|not|null|optional|or|remove|return|set|then|true|union|unwind|when|where|with|xor';
const MAY_NEED = new RegExp(`[:.|]\\s*(?:${KEYWORDS})\\b|\\b(?:${KEYWORDS})\\s*:`, 'iu');
const KEYWORD = new RegExp(`^(?:${KEYWORDS})$`, 'iu');

/** Puts backticks around labels, types and properties that the engine would take for keywords. */
export function quoteNames(cypher: string): string {
  if (!MAY_NEED.test(cypher)) return cypher;
  const tokens = codeTokens(cypher);
  const open: number[] = [];
  let result = '';
  let copied = 0;
  for (const [at, { kind, text, start, end }] of tokens.entries()) {
    if (text === '(' || text === '[' || text === '{') open.push(at);
    else if (text === ')' || text === ']' || text === '}') open.pop();
    if (kind !== 'word' || !KEYWORD.test(text) || !isName(tokens, at, open.at(-1))) continue;
    result += `${cypher.slice(copied, start)}\`${text}\``;
    copied = end;
  }
  return result + cypher.slice(copied);
}

/** `bracket` is the index of the bracket that the word stands in. */
function isName(tokens: readonly CodeToken[], at: number, bracket: number | undefined): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const around = bracket === undefined ? '' : tokens[bracket]?.text;
  switch (before) {
    case '.':
      return tokens[at - 2]?.kind !== 'number' && tokens[at - 2]?.text !== '.';
    case ':':
      // In braces a value stands behind the colon.
      return around !== '{';
    case '|':
      return around === '[' && bracket !== undefined && tokens[bracket - 1]?.text === '-';
    case '{':
    case ',':
      return around === '{' && tokens[at + 1]?.text === ':';
    default:
      return false;
  }
}
