import { refuseSchema, schemaInTransaction } from '../schema-statement.ts';
import { checkStatementText } from '../statement-text.ts';
import { StoreError } from '../store-error.ts';
import type { Parameters } from '../values.ts';
import { type CodeToken, codeTokens } from './code-tokens.ts';
import { cutStatement, type Piece } from './cut-statement.ts';
import { fromEngineError, isTooDeep } from './engine-error.ts';
import { foldCreates } from './fold-creates.ts';
import { onlyNeo4jError, refuseSilentDifferences } from './only-neo4j.ts';
import { propertyUses, type UnstorableValue } from './property-uses.ts';
import { quoteNames } from './quote-names.ts';
import { statementForm } from './statement-form.ts';
import { sumsOfNothing } from './sum-of-nothing.ts';

/** What is known about a statement before any of it runs. */
export interface Verdict {
  /** What to run, one after another: the statement with CREATE clauses folded, cut if it nests too deeply. */
  readonly pieces: readonly Piece[];
  /** As the engine's planner sees it. */
  readonly kind: 'read' | 'write';
  /** Whether it takes nodes, relationships or labels away. */
  readonly deletes: boolean;
  /** The first of its values that no property can hold, once the parameters are known. */
  unstorable(parameters: Parameters): UnstorableValue | undefined;
}

/** Runs EXPLAIN with the statement on the lines below it and gives the plan's text. */
export type Explain = (cypher: string) => Promise<string>;

/** Longer statements take the engine minutes (100,000 clauses: no answer in 20 s). Bytes of UTF-8. */
const MAX_STATEMENT_BYTES = 200_000;
const MAX_REMEMBERED = 500;
const ALLOWED_PROCEDURES = new Set(['db.labels', 'db.relationshipTypes', 'db.propertyKeys']);

const LEADING_BLANKS = /^(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/u;
const DELETE_OPERATOR = /^\s*(?:Delete|Remove)\w*/u;
const WRITE_OPERATOR = /^\s*(?:Create|Merge|Set|Delete|Remove|Add|Drop|Insert)\w*/u;
const FILE_OPERATOR = /\bLoad(?:Csv|Data|Json|Parquet)/u;
const PROCEDURE = /CallProcedure \(([^)\s]+)/gu;
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;

/**
 * Judges statements by the plan the engine makes of them, as text matching can be bypassed. Verdicts
 * are remembered by text: a plan's kinds of operators do not depend on data or parameters. Nor do they
 * depend on names of labels, types and properties: a statement of a known form is not planned again.
 */
export class StatementGate {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #plans = new Map<string, PlanKind>();

  /** Throws StoreError for what may not run here; otherwise says what the statement is. */
  async judge(cypher: string, explain: Explain): Promise<Verdict> {
    const known = this.#verdicts.get(cypher);
    if (known !== undefined) return known;
    const verdict = await this.#judge(cypher, explain);
    remember(this.#verdicts, cypher, verdict);
    return verdict;
  }

  async #judge(cypher: string, explain: Explain): Promise<Verdict> {
    checkStatementText(cypher);
    refuseSchema(cypher);
    checkLength(cypher);
    const tokens = codeTokens(cypher);
    if (waitsForIndexes(tokens)) return readingOnly([]);
    const pieces = await this.#plannedPieces(cypher, tokens, explain);
    if (pieces.every(({ kind }) => kind === 'read')) return readingOnly(pieces);
    refuseSilentDifferences(cypher, tokens);
    const deletes = pieces.some((piece) => piece.deletes);
    return { pieces, kind: 'write', deletes, unstorable: propertyUses(tokens) };
  }

  async #plannedPieces(
    cypher: string,
    tokens: readonly CodeToken[],
    explain: Explain,
  ): Promise<readonly PlannedPiece[]> {
    const text = foldCreates(sumsOfNothing(quoteNames(cypher)));
    const whole: Piece = { text, needs: [], gives: [], linesBefore: 0 };
    // What was rewritten is told from its tokens no more.
    const form = text === cypher ? statementForm(tokens) : null;
    const known = form === null ? undefined : this.#plans.get(form);
    if (known !== undefined) return [{ ...whole, ...known }];
    const pieces = await plannedPieces(whole, cypher, explain);
    const [piece] = pieces;
    if (form !== null && pieces.length === 1 && piece !== undefined) {
      remember(this.#plans, form, { kind: piece.kind, deletes: piece.deletes });
    }
    return pieces;
  }
}

function remember<T>(known: Map<string, T>, text: string, value: T): void {
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(text, value);
}

function readingOnly(pieces: readonly Piece[]): Verdict {
  return { pieces, kind: 'read', deletes: false, unstorable: () => undefined };
}

/** `CALL db.awaitIndexes(300)`: indexes are up to date here when the statement before has ended. */
function waitsForIndexes(tokens: readonly CodeToken[]): boolean {
  if (tokens[0]?.keyword !== 'CALL') return false;
  const [, db, dot, name, ...rest] = tokens.map(({ text }) => text.toUpperCase());
  const isCall = db === 'DB' && dot === '.' && name === 'AWAITINDEXES';
  return isCall && /^(?:\(\d*\))?;?$/u.test(rest.join(''));
}

type PlanKind = Pick<Verdict, 'kind' | 'deletes'>;
type PlannedPiece = Piece & PlanKind;

async function plannedPieces(
  whole: Piece,
  cypher: string,
  explain: Explain,
): Promise<readonly PlannedPiece[]> {
  try {
    return [await planned(whole, cypher, explain)];
  } catch (error) {
    const cut = error instanceof StoreError && isTooDeep(error.cause) ? cutStatement(whole.text) : undefined;
    if (cut === undefined) throw error;
    const pieces: PlannedPiece[] = [];
    for (const piece of cut) pieces.push(await planned(piece, cypher, explain));
    return pieces;
  }
}

function checkLength(cypher: string): void {
  const bytes = Buffer.byteLength(cypher);
  if (bytes > MAX_STATEMENT_BYTES) {
    throw new StoreError({
      code: 'NOT_SUPPORTED',
      message: `The statement is ${bytes} bytes long; the embedded store takes ${MAX_STATEMENT_BYTES} at once.`,
      hint: 'Cut it in several statements, or use Neo4j.',
    });
  }
}

async function planned(piece: Piece, cypher: string, explain: Explain): Promise<PlannedPiece> {
  const { text, linesBefore } = piece;
  const start = text.slice(LEADING_BLANKS.exec(text)?.[0].length ?? 0);
  if (/^SHOW\b/iu.test(start)) return { ...piece, kind: 'read', deletes: false };
  const plan = await explain(`EXPLAIN\n${text}`).catch((cause: unknown) => {
    if (isSchemaRefusal(cause)) throw schemaInTransaction(cause);
    const error = fromEngineError(cause, cypher, linesBefore + 1);
    throw error.code === 'BAD_STATEMENT' || error.code === 'NOT_SUPPORTED'
      ? (onlyNeo4jError(cypher, cause) ?? error)
      : error;
  });
  checkPlan(plan.replaceAll(QUOTED, '""'));
  const operators = plan.split('\n');
  const writes = operators.some((line) => WRITE_OPERATOR.test(line));
  const deletes = operators.some((line) => DELETE_OPERATOR.test(line));
  return { ...piece, kind: writes ? 'write' : 'read', deletes };
}

function checkPlan(plan: string): void {
  if (FILE_OPERATOR.test(plan)) {
    throw new StoreError({
      code: 'FORBIDDEN',
      message: 'The statement reads a file (LOAD CSV), which is never allowed here.',
      hint: 'Write the data into the script, or pass it as parameters.',
    });
  }
  for (const [, name] of plan.matchAll(PROCEDURE)) {
    if (name !== undefined && !ALLOWED_PROCEDURES.has(name)) {
      throw new StoreError({
        code: 'NOT_SUPPORTED',
        message: `The embedded store does not run the procedure ${name}.`,
        hint: `It runs ${[...ALLOWED_PROCEDURES].join(', ')}. Use Neo4j for others.`,
      });
    }
  }
}

function isSchemaRefusal(cause: unknown): boolean {
  return cause instanceof Error && cause.message.includes('Schema commands should be routed');
}
