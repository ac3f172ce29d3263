import { StoreError, type StoreErrorCode, type StatementPosition } from '../store-error.ts';
import { USE_NEO4J } from './only-neo4j.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly code: StoreErrorCode;
  readonly hint?: string;
  /** Instead of the engine's own words. */
  readonly message?: string;
}

const TOO_DEEP = /plan depth limit|nests deeper/iu;

/** Engine messages by their stable code or wording (0.6.0), first match wins. */
const RULES: readonly Rule[] = [
  {
    pattern: /constraint violation|violates .*constraint|already exists on/iu,
    code: 'CONSTRAINT',
    hint: 'Give it another value, or MERGE on it to use the one that exists.',
  },
  { pattern: /GRAFEO-T001|write conflict/iu, code: 'CONFLICT' },
  { pattern: /GRAFEO-T003|read-only/iu, code: 'READ_ONLY' },
  {
    pattern: /GRAFEO-Q003|exceeded the .* timeout/iu,
    code: 'TIMEOUT',
    hint: 'Narrow the statement down, or add a LIMIT.',
  },
  {
    pattern: TOO_DEEP,
    code: 'NOT_SUPPORTED',
    message: 'Not supported on the embedded store: a statement that chains so many clauses.',
    hint: `Cut the statement in pieces. ${USE_NEO4J}`,
  },
  {
    pattern: /unknown procedure|unknown function '(?:point|\w+\.)/iu,
    code: 'NOT_SUPPORTED',
    hint: USE_NEO4J,
  },
  {
    pattern: /GRAFEO-T009|no space left/iu,
    code: 'FAILED',
    hint: 'Free space on the disk that holds the data folder, then run it again: nothing of it was kept.',
  },
  { pattern: /GRAFEO-Q00[1-9]|GRAFEO-V/u, code: 'BAD_STATEMENT' },
];

/** Whether the engine refused a statement because its plan nests too deeply. */
export function isTooDeep(cause: unknown): boolean {
  return cause instanceof Error && TOO_DEEP.test(cause.message);
}

/**
 * An error of the engine as the port's error; `cypher` is the statement, for the place in it, which the
 * engine counts with the `linesBefore` that were put in front.
 */
export function fromEngineError(cause: unknown, cypher: string, linesBefore = 0): StoreError {
  if (cause instanceof StoreError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const rule = RULES.find(({ pattern }) => pattern.test(text));
  const position = positionIn(text, cypher, linesBefore);
  return new StoreError({
    code: rule?.code ?? 'FAILED',
    message: rule?.message ?? readable(text),
    cause,
    hint: rule?.hint ?? helpIn(text),
    position,
  });
}

/** What the engine calls them. */
const brackets: Readonly<Record<string, string>> = {
  LParen: '"("',
  RParen: '")"',
  LBracket: '"["',
  RBracket: '"]"',
  LBrace: '"{"',
  RBrace: '"}"',
};

/** `Query error: GRAFEO-Q001: syntax error: [Cypher] Expected ...` without codes and the drawn excerpt. */
function readable(text: string): string {
  const firstLine = text.split('\n', 1)[0] ?? text;
  const sentence = firstLine
    .replaceAll(/(?:[A-Z]\w+ error: )?GRAFEO-[A-Z]\d+: /gu, '')
    .replace('[Cypher] ', '')
    .replaceAll(
      /\bExpected ([LR](?:Paren|Bracket|Brace))\b/gu,
      (_, name: string) => `Expected ${brackets[name] ?? name}`,
    )
    .replaceAll(/String\("((?:[^"\\]|\\.)*)"\)/gu, '"$1"')
    .trim();
  return sentence === ''
    ? 'The embedded store failed.'
    : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function helpIn(text: string): string | undefined {
  return /^\s*help: (.+)$/mu.exec(text)?.[1];
}

function positionIn(text: string, cypher: string, linesBefore: number): StatementPosition | undefined {
  const match = /--> query:(\d+):(\d+)/u.exec(text);
  if (match === null) return undefined;
  const line = Number(match[1]) - linesBefore;
  if (line < 1) return undefined;
  const column = Number(match[2]);
  const before = cypher.split('\n').slice(0, line - 1);
  const offset = before.reduce((sum, text_) => sum + text_.length + 1, 0) + column - 1;
  return { line, column, offset: Math.min(offset, cypher.length) };
}
