import { StoreError } from '../store-error.ts';
import { type CodeToken, codeTokens } from './code-tokens.ts';
import { losesTime } from './temporal-forms.ts';

export const USE_NEO4J =
  'Use Neo4j for it: set CLAIMGRAPH_STORE to its address, such as bolt://localhost:7687.';

/** Something of Cypher that Neo4j knows and the engine does not. */
interface Feature {
  readonly what: string;
  /** Whether it begins at this token. */
  readonly begins: (tokens: readonly CodeToken[], at: number) => boolean;
}

const text = (tokens: readonly CodeToken[], at: number): string => tokens[at]?.text ?? '';
const keyword = (tokens: readonly CodeToken[], at: number): string => tokens[at]?.keyword ?? '';
const isName = (tokens: readonly CodeToken[], at: number): boolean =>
  tokens[at]?.kind === 'word' || tokens[at]?.kind === 'quoted-name';
const calls = (tokens: readonly CodeToken[], at: number): boolean =>
  tokens[at]?.kind === 'word' && text(tokens, at + 1) === '(';

const gqlClauses = new Set(['INSERT', 'FINISH', 'LET', 'FILTER', 'SEARCH', 'NEXT', 'FOR']);

/** What the engine calls a syntax or semantic error without saying why. */
const unknownToEngine: readonly Feature[] = [
  {
    what: 'a doubled backtick in a name',
    begins: (tokens, at) => tokens[at]?.kind === 'quoted-name' && text(tokens, at).slice(1, -1).includes('`'),
  },
  { what: 'the prefix CYPHER', begins: (tokens, at) => at === 0 && keyword(tokens, at) === 'CYPHER' },
  {
    what: 'CALL { } IN TRANSACTIONS',
    begins: (tokens, at) => keyword(tokens, at) === 'TRANSACTIONS' && text(tokens, at - 1) !== ':',
  },
  { what: 'point()', begins: (tokens, at) => keyword(tokens, at) === 'POINT' && calls(tokens, at) },
  {
    what: 'a choice of labels in a pattern',
    begins: (tokens, at) =>
      ['|', '&', '!'].includes(text(tokens, at)) &&
      (text(tokens, at - 1) === ':' || (isName(tokens, at - 1) && text(tokens, at - 2) === ':')),
  },
  {
    what: 'a quantified pattern',
    begins: (tokens, at) =>
      (text(tokens, at) === '{' &&
        tokens[at + 1]?.kind === 'number' &&
        /^[)>-]$/.test(text(tokens, at - 1))) ||
      (/^[+*]$/.test(text(tokens, at)) &&
        /^[>-]$/.test(text(tokens, at - 1)) &&
        text(tokens, at + 1) === '('),
  },
  {
    what: 'a computed label or type',
    begins: (tokens, at) => text(tokens, at) === '$' && text(tokens, at + 1) === '(',
  },
  {
    what: 'COLLECT { }',
    begins: (tokens, at) => keyword(tokens, at) === 'COLLECT' && text(tokens, at + 1) === '{',
  },
  {
    what: 'the operator ||',
    begins: (tokens, at) =>
      text(tokens, at) === '|' && tokens[at + 1]?.start === tokens[at]?.end && text(tokens, at + 1) === '|',
  },
  {
    what: 'a hint to the planner (USING)',
    begins: (tokens, at) =>
      keyword(tokens, at) === 'USING' &&
      /^(?:INDEX|SCAN|JOIN|TEXT|POINT|RANGE)$/.test(keyword(tokens, at + 1)),
  },
  {
    what: 'a number in another notation than the decimal one',
    begins: (tokens, at) => tokens[at]?.kind === 'number' && /^0[box]|_/iu.test(text(tokens, at)),
  },
  {
    what: 'a name for a path that is made',
    begins: (tokens, at) =>
      isName(tokens, at) &&
      /^(?:CREATE|MERGE)$/.test(keyword(tokens, at - 1)) &&
      text(tokens, at + 1) === '=',
  },
  {
    what: 'functions with a dotted name',
    begins: (tokens, at) =>
      isName(tokens, at) &&
      text(tokens, at + 1) === '.' &&
      calls(tokens, at + 2) &&
      text(tokens, at - 1) !== '.',
  },
  {
    what: 'this clause of GQL',
    begins: (tokens, at) =>
      gqlClauses.has(keyword(tokens, at)) && (at === 0 || at === tokens.length - 1 || isName(tokens, at + 1)),
  },
];

/** What the engine answers with null, or with something else than Neo4j, and stores without a word. */
const silentlyDifferent: readonly Feature[] = [
  {
    what: 'date() of anything but a full date that is written out, such as 2026-01-28',
    begins: (tokens, at) =>
      keyword(tokens, at) === 'DATE' && calls(tokens, at) && !isFullDate(tokens, at + 1),
  },
  { what: 'a date, time or duration in this form, or as fine as this', begins: losesTime },
];

/** Behind `date`: nothing, a map, or the text of a day that there is. */
function isFullDate(tokens: readonly CodeToken[], opening: number): boolean {
  const argument = text(tokens, opening + 1);
  if (argument === ')' || argument === '{') return true;
  if (tokens[opening + 1]?.kind !== 'string' || text(tokens, opening + 2) !== ')') return false;
  const day = argument.slice(1, -1);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Throws NOT_SUPPORTED for what would be stored otherwise than in Neo4j. */
export function refuseSilentDifferences(cypher: string, tokens: readonly CodeToken[]): void {
  const refusal = refusalOf(cypher, { tokens, features: silentlyDifferent });
  if (refusal !== undefined) throw refusal;
}

/** Why the engine stumbled over a statement, if that is something that only Neo4j knows. */
export function onlyNeo4jError(cypher: string, cause?: unknown): StoreError | undefined {
  return refusalOf(cypher, { tokens: codeTokens(cypher), features: unknownToEngine, cause });
}

interface Looking {
  readonly tokens: readonly CodeToken[];
  readonly features: readonly Feature[];
  readonly cause?: unknown;
}

function refusalOf(cypher: string, { tokens, features, cause }: Looking): StoreError | undefined {
  for (const [at, { start }] of tokens.entries()) {
    const feature = features.find(({ begins }) => begins(tokens, at));
    if (feature === undefined) continue;
    const before = cypher.slice(0, start).split('\n');
    return new StoreError({
      code: 'NOT_SUPPORTED',
      message: `Not supported on the embedded store: ${feature.what}.`,
      hint: USE_NEO4J,
      position: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: start },
      cause,
    });
  }
  return undefined;
}
