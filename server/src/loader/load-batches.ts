import { StoreError } from '../store/store-error.ts';
import type { AloneOptions, Store, Transaction } from '../store/store.ts';
import { readSize } from './article-graph.ts';
import type { GraphSize } from './article-graph.ts';
import { nextLoad, recordLoad } from './history.ts';
import { batchProgress, isUnchanged, lockLedger, writeLedger } from './ledger.ts';
import type { BatchProgress, LedgerEntry } from './ledger.ts';
import { graphChange, growth } from './load-graph.ts';
import type { BatchSize } from './load-options.ts';
import type { PreparedStatement } from './prepared-script.ts';
import type { KeptBatches } from './report.ts';
import { runStatements, scriptErrorOf, vetStatements } from './run-statements.ts';
import { noticesOnRepeating, unchanged } from './script-run.ts';
import type { Outcome, ScriptRun } from './script-run.ts';
import { scriptTimeoutMs } from './timeouts.ts';
import { refuseNamedClaims } from './trespass.ts';

/** Neo4j keeps a transaction in memory: so many statements fit into one without a second thought. */
const defaultBatches: BatchSize = { above: 50_000, size: 10_000 };

/** Whether a script is loaded in several transactions: it is too long for one, or opens its own. */
export function needsBatches({ prepared, options: { batches = defaultBatches } }: ScriptRun): boolean {
  return prepared.article === null && (prepared.hasAlone || prepared.data.length > batches.above);
}

/** What ended a load in batches half-way; those that were committed stay, and the ledger knows how many. */
export class BatchesError extends Error {
  override readonly name = 'BatchesError';
  readonly kept: KeptBatches;

  constructor(cause: unknown, kept: KeptBatches) {
    super('a load in batches ended half-way', { cause });
    this.kept = kept;
  }
}

interface Batch {
  readonly statements: readonly PreparedStatement[];
  /** How many statements of the script come before it. */
  readonly first: number;
  /** How many are in the graph when it is. */
  readonly end: number;
}

/** Between its last transaction and the ledger's there is a moment, which no store can take away. */
const onAlone =
  'CALL { } IN TRANSACTIONS keeps what it does at once: had this load been cut off while it ran, or right behind it, the next run would run it again';

const nothing: BatchProgress = { position: 0, nodesCreated: 0, relationsCreated: 0 };

/**
 * Loads a script in several transactions, each with its position in the ledger. Where `known`, the ledger
 * beforehand, is about the same text, it goes on behind the position. Throws what ended it, inside of a
 * BatchesError where something was kept.
 */
export async function loadInBatches(
  store: Store,
  run: ScriptRun,
  known: LedgerEntry | null,
): Promise<Outcome> {
  const { prepared, options } = run;
  if (prepared.hasAlone && !store.features.has('own-transactions')) await refuseAlone(store, run);
  const resumed = batchProgress(known, prepared) ?? nothing;
  const load = new BatchLoad(store, run, resumed);
  const { size } = options.batches ?? defaultBatches;
  let outcome: Outcome | null = null;
  try {
    for (const batch of batchesOf(prepared.data, resumed.position, size)) outcome = await load.next(batch);
  } catch (error) {
    throw load.position === 0
      ? error
      : new BatchesError(error, { statements: load.position, of: prepared.data.length });
  }
  if (!outcome) throw new Error('a script without statements has no batches');
  if (outcome.outcome !== 'loaded') return outcome;
  const earlier = resumed === nothing ? noticesOnRepeating(prepared, known) : [];
  const alone = prepared.hasAlone ? [onAlone] : [];
  const batches = noticesOn(load.transactions, resumed);
  return { ...outcome, notices: [...outcome.notices, ...batches, ...alone, ...earlier] };
}

/** A store without such transactions says so to the statement, before anything of the script is kept. */
async function refuseAlone(store: Store, { prepared }: ScriptRun): Promise<void> {
  for (const statement of prepared.data) {
    if (!statement.alone) continue;
    try {
      await store.runAlone(statement.cypher, statement.parameters);
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
  }
}

function* batchesOf(statements: Iterable<PreparedStatement>, from: number, size: number): Generator<Batch> {
  let batch: PreparedStatement[] = [];
  let seen = 0;
  const close = (): Batch => {
    const closed = { statements: batch, first: seen - batch.length, end: seen };
    batch = [];
    return closed;
  };
  for (const statement of statements) {
    if (seen >= from && (statement.alone || batch.length === size) && batch.length > 0) yield close();
    seen += 1;
    if (seen <= from) continue;
    batch.push(statement);
    if (statement.alone) yield close();
  }
  if (batch.length > 0) yield close();
}

function noticesOn(transactions: number, resumed: BatchProgress): readonly string[] {
  const batches = `it was loaded in ${transactions} ${transactions === 1 ? 'batch' : 'batches'}, each kept by itself`;
  if (resumed === nothing) return [batches];
  return [
    `an earlier run had stopped after ${resumed.position} statements; this one went on behind them`,
    batches,
  ];
}

class BatchLoad {
  transactions = 0;
  readonly #store: Store;
  readonly #run: ScriptRun;
  readonly #started = performance.now();
  #position: number;
  /** Of the last batch: its commit may be answered by a broken connection. */
  #loaded: Outcome | undefined;

  constructor(store: Store, run: ScriptRun, { position }: BatchProgress) {
    this.#store = store;
    this.#run = run;
    this.#position = position;
  }

  /** How many statements are in the graph for sure. */
  get position(): number {
    return this.#position;
  }

  /** Loads the batch behind the last. Null if more are to come. */
  async next(batch: Batch): Promise<Outcome | null> {
    const { options } = this.#run;
    const limits = { timeoutMs: scriptTimeoutMs(options), signal: options.signal };
    const sizeBefore = await this.#runAlone(batch, limits);
    const outcome = await this.#store.write(
      async (transaction) => this.#runBatch(transaction, batch, sizeBefore),
      limits,
    );
    this.#position = batch.end;
    this.transactions += 1;
    return outcome;
  }

  /** A statement that opens transactions of its own comes before the one that writes it down. */
  async #runAlone({ statements }: Batch, limits: AloneOptions): Promise<GraphSize | null> {
    const [statement] = statements;
    if (!statement?.alone) return null;
    const { prepared, options, vetted } = this.#run;
    await this.#store.write(
      async (transaction) => vetStatements({ transaction, prepared, rules: options, vetted }, [statement]),
      { ...limits, rollback: true },
    );
    const before = await this.#store.read(readSize);
    try {
      await this.#store.runAlone(statement.cypher, statement.parameters, limits);
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
    return before;
  }

  async #runBatch(
    transaction: Transaction,
    batch: Batch,
    sizeBefore: GraphSize | null,
  ): Promise<Outcome | null> {
    const { prepared, options, progress, vetted, loadedAt } = this.#run;
    const [sequence, entry] = await Promise.all([
      nextLoad(transaction),
      lockLedger(transaction, prepared.script.path),
    ]);
    const reached = batchProgress(entry, prepared) ?? nothing;
    if (isUnchanged(entry, prepared))
      return entry.loadedAt === loadedAt && this.#loaded ? this.#loaded : unchanged(entry);
    // The commit of an earlier attempt was not answered, or another loader of the same text was faster.
    if (reached.position >= batch.end) return null;
    if (reached.position < batch.first) throw otherText(prepared.script.file);
    if (batch.first === 0) await refuseNamedClaims(transaction, prepared);
    const before = sizeBefore ?? (await readSize(transaction));
    const onStatement = (done: number): void => progress.ran(batch.first + done, prepared.data.length);
    const { signal } = options;
    if (!sizeBefore) {
      const loading = { transaction, prepared, rules: options, vetted, onStatement, signal };
      await runStatements(loading, batch.statements);
    }
    const { nodes, relations } = growth(before, await readSize(transaction));
    const made = {
      nodes: reached.nodesCreated + nodes,
      relations: reached.relationsCreated + relations,
    };
    if (batch.end < prepared.data.length) {
      const position = { position: batch.end, nodesCreated: made.nodes, relationsCreated: made.relations };
      await writeLedger(transaction, prepared, { loadedAt, by: options.by, progress: position });
      return null;
    }
    return this.#finish(transaction, sequence, made);
  }

  async #finish(transaction: Transaction, sequence: number, made: GraphSize): Promise<Outcome> {
    const { prepared, options, loadedAt } = this.#run;
    const { path } = prepared.script;
    const change = graphChange(prepared.schema.length + prepared.data.length, made);
    const { by } = options;
    const event = { sequence, at: loadedAt, by, action: 'load', path, article: null, change } as const;
    await Promise.all([
      writeLedger(transaction, prepared, { loadedAt, by, progress: null }),
      recordLoad(transaction, event),
    ]);
    this.#loaded = {
      outcome: 'loaded',
      change,
      warnings: prepared.warnings,
      notices: prepared.notices,
      milliseconds: performance.now() - this.#started,
      load: sequence,
    };
    return this.#loaded;
  }
}

function otherText(file: string): StoreError {
  return new StoreError({
    code: 'CONFLICT',
    message: `Another loader began to load another text of ${file} at the same time.`,
    hint: 'Let it finish, then run the command again.',
  });
}
