import type { GrafeoDB, QueryResult } from '@grafeo-db/js';

import { StoreError } from '../store-error.ts';
import { decodeRow } from './decode.ts';
import { fromEngineError } from './engine-error.ts';

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
function refuseUnsupportedSchema(cypher: string): void {
  const refusal = UNSUPPORTED.find(({ pattern }) => pattern.test(cypher));
  if (refusal === undefined) return;
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: `The embedded store has no ${refusal.reason}.`,
    hint: 'Use Neo4j for it, or leave the statement out.',
  });
}

/** Runs a constraint or index statement, for good at once. Throws StoreError NOT_SUPPORTED or CONSTRAINT. */
export async function runSchema(engine: GrafeoDB, cypher: string): Promise<void> {
  refuseUnsupportedSchema(cypher);
  const steps = uniquenessSteps(cypher);
  try {
    if (steps !== undefined) refuseDuplicate(await engine.executeCypher(steps.findDuplicate));
    await engine.executeCypher(cypher);
    if (steps !== undefined) await engine.executeCypher(steps.createIndex);
  } catch (cause) {
    throw fromEngineError(cause, cypher);
  }
}

function refuseDuplicate(found: QueryResult): void {
  if (found.length === 0) return;
  const { value } = decodeRow(['value'], found.rows()[0] ?? []);
  throw new StoreError({
    code: 'CONSTRAINT',
    message: `The constraint does not hold: several nodes have the value ${typeof value === 'bigint' ? value : JSON.stringify(value)}.`,
    hint: 'Merge the nodes, or give each a value of its own, and run it again.',
  });
}

/** What a uniqueness constraint needs around it. */
interface UniquenessSteps {
  /** Finds a value that several nodes have: the engine would take the constraint all the same. */
  readonly findDuplicate: string;
  /** The engine makes no index, so that every MERGE on the property would read all nodes of the label. */
  readonly createIndex: string;
}

/** Undefined for other statements than a uniqueness constraint on one property. */
function uniquenessSteps(cypher: string): UniquenessSteps | undefined {
  const groups = UNIQUE_CONSTRAINT.exec(cypher)?.groups;
  const label = groups?.['label'];
  const property = groups?.['property'];
  if (label === undefined || property === undefined) return undefined;
  return {
    findDuplicate: `MATCH (n:${label}) WHERE n.${property} IS NOT NULL
      WITH n.${property} AS value, count(*) AS count WHERE count > 1 RETURN value ORDER BY value LIMIT 1`,
    createIndex: `CREATE INDEX IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  };
}
