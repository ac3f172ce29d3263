import { StoreError } from '../store-error.ts';

const UNIQUE_CONSTRAINT =
  /^\s*CREATE\s+CONSTRAINT\b.*?\bFOR\s*\(\s*\w+\s*:\s*(?<label>\w+|`[^`]+`)\s*\)\s*REQUIRE\s*\(?\s*\w+\s*\.\s*(?<property>\w+|`[^`]+`)\s*\)?\s+IS\s+(?:UNIQUE|NODE\s+KEY)/isu;

/** Schema statements that Neo4j runs and the engine does not, each with the reason to tell. */
const UNSUPPORTED: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /\bCREATE\s+(?:FULLTEXT|VECTOR|LOOKUP|POINT|TEXT|RANGE)\s+INDEX\b/iu,
    reason: 'indexes of this kind',
  },
  { pattern: /\bFOR\s*\(\s*\)\s*<?-\s*\[/iu, reason: 'constraints and indexes on relationships' },
  { pattern: /\bIS\s*(?:::|TYPED\b)/iu, reason: 'constraints on the type of a property' },
];

/** Throws NOT_SUPPORTED, with the reason, for schema that only Neo4j knows. */
export function refuseUnsupportedSchema(cypher: string): void {
  const refusal = UNSUPPORTED.find(({ pattern }) => pattern.test(cypher));
  if (refusal === undefined) return;
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: `The embedded store has no ${refusal.reason}.`,
    hint: 'Use Neo4j for it, or leave the statement out.',
  });
}

/**
 * The index that has to go with a uniqueness constraint: the engine makes none, so that every MERGE on
 * the property would read all nodes of the label. Undefined for other statements.
 */
export function indexFor(cypher: string): string | undefined {
  const groups = UNIQUE_CONSTRAINT.exec(cypher)?.groups;
  if (groups === undefined) return undefined;
  return `CREATE INDEX IF NOT EXISTS FOR (n:${groups['label']}) ON (n.${groups['property']})`;
}
