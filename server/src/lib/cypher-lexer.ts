/**
 * What a stretch of Cypher is. `word` is a keyword or an unquoted name, `parameter` is `$x` or
 * `` $`x` ``, `symbol` is one character of anything else.
 */
export type TokenKind =
  | 'space'
  | 'line-comment'
  | 'block-comment'
  | 'string'
  | 'quoted-name'
  | 'word'
  | 'parameter'
  | 'number'
  | 'semicolon'
  | 'symbol';

/** A stretch of the text, `[start, end)` in UTF-16 units. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Text that the databases read differently from each other, or from what its author sees:
 * - UNTERMINATED: a string, name or comment that is never closed; placed at its opening.
 * - UNESCAPED_APOSTROPHE: a string that ends in the middle of a word, such as `'it's`.
 * - DOUBLED_QUOTE: two strings without anything between, as SQL writes a quote inside a string.
 * - TYPOGRAPHIC_QUOTE, UNUSUAL_SPACE, INVISIBLE_CHARACTER: such a character in code.
 * - ESCAPE_IN_CODE: `\u` outside of a string, which Neo4j decodes before it reads anything.
 * - ESCAPED_DELIMITER: an escape in a string that Neo4j turns into a quote, backslash or semicolon
 *   before it looks for the string's end.
 * - INCOMPLETE_ESCAPE: `\u` in a string without four hexadecimal digits.
 * - LONG_STATEMENT: more tokens without a semicolon than memory bears; told by who splits.
 */
type LexerProblemCode =
  | 'UNTERMINATED'
  | 'UNESCAPED_APOSTROPHE'
  | 'DOUBLED_QUOTE'
  | 'TYPOGRAPHIC_QUOTE'
  | 'UNUSUAL_SPACE'
  | 'INVISIBLE_CHARACTER'
  | 'ESCAPE_IN_CODE'
  | 'ESCAPED_DELIMITER'
  | 'INCOMPLETE_ESCAPE'
  | 'LONG_STATEMENT';

export interface LexerProblem {
  readonly code: LexerProblemCode;
  readonly offset: number;
  /** Length of the text that is meant, in UTF-16 units. */
  readonly length: number;
}

export interface Lexed {
  /** Without gaps and in order: joined, they are the text. */
  readonly tokens: readonly Token[];
  /** In the order of the text. */
  readonly problems: readonly LexerProblem[];
}

// oxlint-disable-next-line no-control-regex -- Neo4j's grammar counts these control characters as white space
const asciiSpace = /[\t-\r\x1C-\x20]+/y;
// The white space of Neo4j's lexer (Cypher5Lexer.g4, SPACE) beyond ASCII; the embedded store refuses it.
const unusualSpace = /[\u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/y;
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/y;
const typographicQuote = /[\u00AB\u00B4\u00BB\u2018-\u201F\u2032\u2033\u2039\u203A\uFF02\uFF07]/y;
const word = /[\p{L}\p{Nl}\p{Pc}][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]*/uy;
const parameterName = /\$[\p{L}\p{Nl}\p{Pc}\p{Nd}][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]*/uy;
const number = /\d[\d_A-Za-z]*(?:\.\d[\d_A-Za-z]*)?/y;
const symbol = /[^]/uy;
const lineEnd = /[\n\r]/g;
const unicodeEscape = /\\(?:\\|u+)/g;
// No keyword of Cypher is among them, so they never follow a string rightly.
const endsOfContractions = /^(?:s|t|d|m|re|ve|ll)$/i;
const fourHexDigits = /[0-9A-Fa-f]{4}/y;
const delimiters = new Set(["'", '"', '`', '\\', ';']);

/**
 * Reads Cypher into tokens. Pure, linear in the text's length, and never throws: what is wrong with
 * the text is told in `problems`. The rules are those of Neo4j's grammar (Cypher5Lexer.g4,
 * Cypher25Lexer.g4): in strings a backslash takes the next character, in backticks the only escape is
 * a doubled backtick, block comments do not nest, a line comment ends at LF or CR.
 */
export function lex(text: string): Lexed {
  const problems: LexerProblem[] = [];
  const tokens = Array.from(tokensOf(text, problems));
  return { tokens, problems: problems.toSorted((a, b) => a.offset - b.offset) };
}

/**
 * The same one token at a time, so that a long text is never held as tokens. Adds what is wrong with a
 * token to `problems` before it gives the token.
 */
export function* tokensOf(text: string, problems: LexerProblem[]): Generator<Token, void, undefined> {
  let previous: TokenKind | null = null;
  let previousStart = 0;
  let start = 0;
  while (start < text.length) {
    const token = tokenAt(text, start, problems);
    const { kind, end } = token;
    if (kind === 'string' && previous === 'string' && text[previousStart] === text[start]) {
      problems.push({ code: 'DOUBLED_QUOTE', offset: start - 1, length: 2 });
    }
    if (kind === 'word' && text[start - 1] === "'" && endsOfContractions.test(text.slice(start, end))) {
      problems.push({ code: 'UNESCAPED_APOSTROPHE', offset: start - 1, length: 1 });
    }
    findEscapes(text, token, problems);
    yield token;
    previous = kind;
    previousStart = start;
    start = end;
  }
}

/** White space and comments: what stands between tokens that mean something. */
export function isBlank(token: Token): boolean {
  return token.kind === 'space' || token.kind === 'line-comment' || token.kind === 'block-comment';
}

function tokenAt(text: string, start: number, problems: LexerProblem[]): Token {
  const delimited = delimitedToken(text, start);
  if (delimited) {
    const { kind, closed, opening } = delimited;
    if (!closed) problems.push({ code: 'UNTERMINATED', offset: start, length: opening });
    return { kind, start, end: closed ? delimited.end : text.length };
  }
  if (text[start] === ';') return { kind: 'semicolon', start, end: start + 1 };
  const plain = asciiToken(text, start);
  if (plain) return plain;
  for (const [kind, pattern] of plainTokens) {
    const end = matchEnd(pattern, text, start);
    if (end > 0) return { kind, start, end };
  }
  for (const [code, kind, pattern] of refusedCharacters) {
    const end = matchEnd(pattern, text, start);
    if (end === 0) continue;
    problems.push({ code, offset: start, length: end - start });
    return { kind, start, end };
  }
  return { kind: 'symbol', start, end: matchEnd(symbol, text, start) };
}

/**
 * What the patterns say of ASCII, letter by letter: nearly all of any script, and several times as fast.
 * Null for numbers and parameters, and wherever a character beyond ASCII has a say.
 */
function asciiToken(text: string, start: number): Token | null {
  const kind = asciiKinds[text.charCodeAt(start)];
  if (kind === undefined || kind === 'number') return null;
  let end = start + 1;
  if (kind === 'space') while (asciiKinds[text.charCodeAt(end)] === 'space') end += 1;
  if (kind === 'word') while (wordGoesOn(text.charCodeAt(end))) end += 1;
  return kind === 'word' && text.charCodeAt(end) > 127 ? null : { kind, start, end };
}

function wordGoesOn(code: number): boolean {
  const kind = asciiKinds[code];
  return kind === 'word' || kind === 'number';
}

/** By code: what a token that begins with it is; undefined where more has to be looked at. */
const asciiKinds: readonly (TokenKind | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '$') return undefined;
  // oxlint-disable-next-line no-control-regex -- Neo4j's grammar counts these control characters as white space
  if (/[\t-\r\x1C-\x20]/.test(character)) return 'space';
  if (/\d/.test(character)) return 'number';
  return /\w/.test(character) ? 'word' : 'symbol';
});

const plainTokens: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', asciiSpace],
  ['word', word],
  ['number', number],
  ['parameter', parameterName],
];

const refusedCharacters: readonly (readonly [LexerProblemCode, TokenKind, RegExp])[] = [
  ['UNUSUAL_SPACE', 'space', unusualSpace],
  ['INVISIBLE_CHARACTER', 'symbol', invisible],
  ['TYPOGRAPHIC_QUOTE', 'symbol', typographicQuote],
];

interface DelimitedToken {
  readonly kind: TokenKind;
  readonly end: number;
  readonly closed: boolean;
  /** Length of what opens it. */
  readonly opening: number;
}

/** Strings, backtick names and comments: what may hold a semicolon. Null if none begins here. */
function delimitedToken(text: string, start: number): DelimitedToken | null {
  switch (text.charAt(start)) {
    case "'":
    case '"':
      return { kind: 'string', opening: 1, ...stringEnd(text, start) };
    case '`':
      return { kind: 'quoted-name', opening: 1, ...backtickEnd(text, start) };
    case '$':
      if (text[start + 1] !== '`') return null;
      return { kind: 'parameter', opening: 2, ...backtickEnd(text, start + 1) };
    case '/':
      if (text[start + 1] === '*') {
        const close = text.indexOf('*/', start + 2);
        return { kind: 'block-comment', opening: 2, closed: close >= 0, end: close + 2 };
      }
      if (text[start + 1] !== '/') return null;
      return { kind: 'line-comment', opening: 2, closed: true, end: lineEndFrom(text, start) };
    default:
      return null;
  }
}

function stringEnd(text: string, start: number): { end: number; closed: boolean } {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return { end: at + 1, closed: true };
  }
  return { end: text.length, closed: false };
}

function backtickEnd(text: string, start: number): { end: number; closed: boolean } {
  for (let at = text.indexOf('`', start + 1); at >= 0; at = text.indexOf('`', at + 2)) {
    if (text[at + 1] !== '`') return { end: at + 1, closed: true };
  }
  return { end: text.length, closed: false };
}

function lineEndFrom(text: string, start: number): number {
  lineEnd.lastIndex = start;
  return lineEnd.exec(text)?.index ?? text.length;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** Neo4j decodes `\u` before its lexer sees the text, the embedded store inside strings only. */
function findEscapes(text: string, token: Token, problems: LexerProblem[]): void {
  if (token.kind === 'space' || token.kind === 'word' || token.kind === 'number') return;
  // A backslash in code is a token of its own: look at what follows it as well.
  const end = token.kind === 'symbol' ? Math.min(token.end + 1, text.length) : token.end;
  const slice = text.slice(token.start, end);
  if (!slice.includes('\\')) return;
  for (const match of slice.matchAll(unicodeEscape)) {
    if (match[0] === '\\\\') continue;
    const offset = token.start + match.index;
    const digits = offset + match[0].length;
    const complete = matchEnd(fourHexDigits, text, digits) > 0;
    const length = match[0].length + (complete ? 4 : 0);
    if (token.kind !== 'string') problems.push({ code: 'ESCAPE_IN_CODE', offset, length });
    else if (!complete) problems.push({ code: 'INCOMPLETE_ESCAPE', offset, length });
    else if (delimiters.has(String.fromCharCode(Number.parseInt(text.slice(digits, digits + 4), 16)))) {
      problems.push({ code: 'ESCAPED_DELIMITER', offset, length });
    }
  }
}

const namedEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The value of a string token's text, quotes included in the text; unknown escapes stand for the character itself. */
export function stringValue(text: string): string {
  const body = text.slice(1, -1);
  if (!body.includes('\\')) return body;
  return body.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|([^]))/gu, (_whole, hex?: string, plain = '') =>
    hex === undefined ? (namedEscapes[plain] ?? plain) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
