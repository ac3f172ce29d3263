import { Neo4jError } from 'neo4j-driver';

import { StoreError, type StoreErrorCode, type StatementPosition } from '../store-error.ts';

interface Rule {
  /** Matched against `<code>: <message>`. */
  readonly pattern: RegExp;
  readonly code: StoreErrorCode;
  readonly hint?: string;
  /** Nobody answers, so that there is nothing of Neo4j's own to tell. */
  readonly isGone?: true;
}

/** Neo4j's status codes, first match wins; see Neo4j's manual, "Status codes". */
const RULES: readonly Rule[] = [
  {
    pattern:
      /^Neo\.ClientError\.Security\.(?:Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)/u,
    code: 'UNAUTHENTICATED',
    hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
  },
  {
    pattern: /^Neo\.ClientError\.Security/u,
    code: 'FAILED',
    hint: 'The account lacks a right; ask the administrator of this Neo4j for it.',
  },
  {
    pattern: /^Neo\.ClientError\.Database\.DatabaseNotFound/u,
    code: 'UNAVAILABLE',
    hint: 'Check NEO4J_DATABASE.',
  },
  {
    pattern: /^Neo\.ClientError\.Statement\.AccessMode/u,
    code: 'READ_ONLY',
    hint: 'Run it in a write transaction.',
  },
  {
    pattern: /NotALeader|ForbiddenOnReadOnlyDatabase|WriteOnReadOnly/u,
    code: 'READ_ONLY',
    hint: 'This Neo4j takes no writes now; use neo4j:// so that they reach the leader.',
  },
  {
    pattern: /ConstraintValidationFailed|ConstraintCreationFailed(?!.*Enterprise Edition)/su,
    code: 'CONSTRAINT',
    hint: 'Give it another value, or MERGE on it to use the one that exists.',
  },
  {
    pattern: /Enterprise Edition/u,
    code: 'NOT_SUPPORTED',
    hint: 'Leave it out, or use an edition that has it.',
  },
  {
    pattern:
      /null property value|Property values can only be|Collections containing|stor(?:age|ed) (?:as singleton|in propert)/u,
    code: 'BAD_VALUE',
    hint: 'A property holds text, a number, true or false, or a list of one kind of these.',
  },
  {
    pattern: /TransactionTimedOut|LockAcquisitionTimeout/u,
    code: 'TIMEOUT',
    hint: 'Ask for less at once, or allow more time.',
  },
  {
    pattern: /^Neo\.TransientError\.General\.TransactionMemoryLimit/u,
    code: 'UNAVAILABLE',
    hint: 'Try again in a moment.',
  },
  { pattern: /OutOfMemory/u, code: 'FAILED', hint: 'Ask for less at once, or give Neo4j more memory.' },
  // What it says while it starts or stops.
  { pattern: /^Neo\.TransientError\.General\.DatabaseUnavailable/u, code: 'UNAVAILABLE', isGone: true },
  { pattern: /^Neo\.TransientError/u, code: 'CONFLICT' },
  { pattern: /can only be executed in an implicit transaction/u, code: 'NOT_SUPPORTED' },
  { pattern: /^Neo\.ClientError\.(?:Statement|Schema|Procedure|Transaction)/u, code: 'BAD_STATEMENT' },
  { pattern: /^Neo\.DatabaseError\.Schema/u, code: 'BAD_STATEMENT' },
  { pattern: /(?:Pool|Driver|Connection) is closed|closed driver/u, code: 'CLOSED' },
  { pattern: /^(?:ServiceUnavailable|SessionExpired|N\/A):/u, code: 'UNAVAILABLE', isGone: true },
];

/**
 * An error of the driver as the port's error; `location` is the address without credentials. Places in the
 * statement's first line are counted without the `unitsBefore` that were put in front of it.
 */
export function fromNeo4jError(cause: unknown, location: string, unitsBefore = 0): StoreError {
  if (cause instanceof StoreError) return cause;
  const { code, message } = codeAndMessage(cause);
  const text = `${code}: ${message}`;
  const rule = RULES.find(({ pattern }) => pattern.test(text));
  if (rule?.isGone) return unavailable(location, cause);
  return new StoreError({
    code: rule?.code ?? 'FAILED',
    message:
      rule?.code === 'UNAUTHENTICATED'
        ? `Neo4j at ${location} refuses this user name and password.`
        : readable(message),
    hint: rule?.hint,
    position: positionIn(message, unitsBefore),
    cause,
  });
}

/** Nobody answers there, or the connection broke. */
export function unavailable(location: string, cause?: unknown): StoreError {
  return new StoreError({
    code: 'UNAVAILABLE',
    message: `Neo4j at ${location} does not answer.`,
    hint: 'Start it (npm run neo4j starts one here), or correct CLAIMGRAPH_STORE.',
    cause,
  });
}

function codeAndMessage(cause: unknown): { code: string; message: string } {
  if (cause instanceof Neo4jError) return { code: cause.code, message: cause.message };
  return { code: '', message: cause instanceof Error ? cause.message : String(cause) };
}

/** The first sentence: neither the place, which is told apart, nor the excerpt that is drawn below it. */
function readable(message: string): string {
  const text = message
    .replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)[\s\S]*$/u, '')
    .replaceAll(/Failed to invoke procedure `[\w.]+`: Caused by: [\w.$]+: /gu, '')
    .trim();
  return text === '' ? 'Neo4j gave no reason.' : text;
}

/** Neo4j says `(line 0, column 0 (offset: 0))` where it has no place. */
function positionIn(message: string, unitsBefore: number): StatementPosition | undefined {
  const match = /\(line (\d+), column (\d+) \(offset: (\d+)\)\)/u.exec(message);
  if (match === null) return undefined;
  const [line, column, offset] = match.slice(1).map(Number);
  if (line === undefined || column === undefined || offset === undefined || line === 0) return undefined;
  return { line, column: line === 1 ? column - unitsBefore : column, offset: offset - unitsBefore };
}
