import { isBlank, tokensOf } from '../lib/cypher-lexer.ts';
import type { LexerProblem, Token } from '../lib/cypher-lexer.ts';
import { lineIndex } from './line-index.ts';
import type { LineIndex, Place } from './line-index.ts';

/**
 * What a part of a script is: a statement on data, a statement on the schema, a command for a shell
 * (`:param ...`, to the end of its line), or nothing but white space, comments and a semicolon.
 */
type PartKind = 'data' | 'schema' | 'command' | 'blank';

export interface Part extends Place {
  readonly kind: PartKind;
  /** All of it, with what stands before it and its semicolon: joined, the parts are the script. */
  readonly text: string;
  /** What a database gets: from the first token to the last, without the semicolon. */
  readonly statement: string;
  /** Where the statement begins in the script, in UTF-16 units; line and column tell the same place. */
  readonly offset: number;
  /** The statement's tokens without white space and comments; their offsets count in the script. */
  readonly tokens: readonly Token[];
}

export interface SplitScript {
  readonly parts: readonly Part[];
  readonly problems: readonly LexerProblem[];
  readonly lines: LineIndex;
}

/** Splits a script at the semicolons that end statements. Pure, linear, never throws. */
export function split(text: string): SplitScript {
  const lines = lineIndex(text);
  const problems: LexerProblem[] = [];
  const parts = Array.from(partsOf(text, { lines, problems }));
  return { parts, problems: problems.toSorted((a, b) => a.offset - b.offset), lines };
}

/** What a script is split with. */
interface Splitting {
  readonly lines: LineIndex;
  /** Gets what is wrong with a part before the part is given. */
  readonly problems: LexerProblem[];
}

/** Tokens of one statement: each takes far more memory than its text. */
const maxTokens = 250_000;

/**
 * The same one part at a time, so that a long script is never held as tokens. Behind a statement that is too
 * long nothing is read.
 */
export function* partsOf(text: string, { lines, problems }: Splitting): Generator<Part, void, undefined> {
  let start = 0;
  let meaningful: Token[] = [];
  let endOfCommand: number | null = null;

  const close = (end: number): Part => {
    const part = partOf({ start, end, tokens: meaningful, script: text, lines });
    start = end;
    meaningful = [];
    endOfCommand = null;
    return part;
  };

  for (const token of tokensOf(text, problems)) {
    const blank = isBlank(token);
    if (endOfCommand !== null && (blank ? token.end : token.start) > endOfCommand) yield close(endOfCommand);
    if (blank) continue;
    if (token.kind === 'semicolon' && endOfCommand === null) {
      yield close(token.end);
      continue;
    }
    if (meaningful.length === 0 && text[token.start] === ':') endOfCommand = endOfLine(text, token.start);
    // A string that goes on behind the line's end belongs to the command as a whole.
    if (endOfCommand !== null) endOfCommand = Math.max(endOfCommand, token.end);
    meaningful.push(token);
    if (meaningful.length > maxTokens) {
      const [first = token] = meaningful;
      problems.push({ code: 'LONG_STATEMENT', offset: first.start, length: 1 });
      break;
    }
  }
  if (start < text.length) yield close(text.length);
}

interface PartSource {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly script: string;
  readonly lines: LineIndex;
}

function partOf({ start, end, tokens, script, lines }: PartSource): Part {
  const text = script.slice(start, end);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) {
    return { kind: 'blank', text, statement: '', offset: start, ...lines.placeAt(start), tokens };
  }
  const words = tokens.slice(0, 4).map((token) => script.slice(token.start, token.end).toUpperCase());
  return {
    kind: kindOf(words),
    text,
    statement: script.slice(first.start, last.end),
    offset: first.start,
    ...lines.placeAt(first.start),
    tokens,
  };
}

const schemaWords = /^(?:CONSTRAINT|INDEX|RANGE|TEXT|POINT|FULLTEXT|VECTOR|LOOKUP|BTREE|UNIQUE)$/;

function kindOf(words: readonly string[]): PartKind {
  const [first, ...rest] = words;
  if (first === ':') return 'command';
  if (first !== 'CREATE' && first !== 'DROP') return 'data';
  const [subject = '', next] = rest[0] === 'OR' && rest[1] === 'REPLACE' ? rest.slice(2) : rest;
  // `CREATE index = (a)-->(b)` names a path.
  return schemaWords.test(subject) && next !== '=' ? 'schema' : 'data';
}

const lineEnd = /[\n\r]/g;

function endOfLine(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}
