import { type LoadRecord, readLoads } from '../../loader/history.ts';
import { loadScripts } from '../../loader/load.ts';
import type { KeptBatches, ScriptReport } from '../../loader/report.ts';
import type { ScriptProblem } from '../../loader/script-problem.ts';
import type { Script } from '../../loader/script.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded, requestError } from '../base/errors.ts';
import { limits } from '../base/limits.ts';

export interface LoadScriptInput {
  readonly name: string;
  readonly cypher: string;
  readonly dryRun: boolean;
}

export interface LoadScriptPayload {
  readonly outcome: 'loaded' | 'unchanged' | 'checked' | 'refused';
  readonly change: LoadRecord | null;
  readonly problems: readonly ScriptProblem[];
  readonly notices: readonly string[];
}

/** Loads the text of a script, and tells whoever listens. Throws GraphQLError. */
export async function loadText(context: Context, input: LoadScriptInput): Promise<LoadScriptPayload> {
  const script = scriptOf(input);
  const { scripts } = await context.ask(async (store) =>
    loadScripts(store, [script], {
      vocabulary: context.vocabulary,
      by: 'the API',
      dryRun: input.dryRun,
      ...(context.signal ? { signal: context.signal } : {}),
    }),
  );
  await context.news.look();
  const [report] = scripts;
  if (!report) throw new Error('The loader tells nothing of the script.');
  return payloadOf(context, { report, dryRun: input.dryRun });
}

interface Loaded {
  readonly report: ScriptReport;
  readonly dryRun: boolean;
}

async function payloadOf(context: Context, { report, dryRun }: Loaded): Promise<LoadScriptPayload> {
  const { notices } = report;
  switch (report.outcome) {
    case 'loaded': {
      const { load, warnings: problems } = report;
      const change = load === null ? null : await changeOf(context, load);
      return { outcome: dryRun ? 'checked' : 'loaded', change, problems, notices };
    }
    case 'unchanged':
      return { outcome: 'unchanged', change: null, problems: [], notices };
    case 'judged':
      return { outcome: 'checked', change: null, problems: report.warnings, notices };
    case 'failed': {
      const { problems, kept } = report;
      return { outcome: 'refused', change: null, problems, notices: [...notices, ...keptOf(kept)] };
    }
    case 'stopped':
    case 'skipped':
      // Nobody waits for the answer any more.
      throw context.signal?.reason ?? requestError('DEADLINE_EXCEEDED', 'The load was ended.');
  }
}

async function changeOf(context: Context, load: number): Promise<LoadRecord | null> {
  const records = await context.ask(async (store) =>
    store.read(async (transaction) => readLoads(transaction, { after: load - 1, limit: 1 })),
  );
  return records[0] ?? null;
}

function keptOf(kept: KeptBatches | undefined): readonly string[] {
  if (!kept) return [];
  return [
    `${kept.statements} of ${kept.of} statements are in the graph; load the script again to go on behind them`,
  ];
}

const scriptName = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,199}$/u;

/** It is text and never a path: what it is called leads to no file. */
function scriptOf({ name, cypher }: LoadScriptInput): Script {
  if (!scriptName.test(name)) {
    throw requestError(
      'BAD_USER_INPUT',
      'The name of the script has to be letters, digits, dots, hyphens and underscores, at most 200 of them.',
    );
  }
  const bytes = Buffer.byteLength(cypher);
  if (bytes > limits.scriptBytes) {
    throw limitExceeded({
      limit: 'bytes of cypher',
      value: bytes,
      max: limits.scriptBytes,
      remedy: 'Split the script, or load its file with: npm run load',
    });
  }
  // What UTF-8 cannot say would be stored as something else.
  if (cypher.includes('\0') || Buffer.from(cypher).toString() !== cypher) {
    throw requestError(
      'BAD_USER_INPUT',
      'The script contains a character that is none (NUL or half a surrogate pair).',
    );
  }
  const file = name.endsWith('.cypher') ? name : `${name}.cypher`;
  return { path: `api/${file}`, file, text: cypher, notices: [] };
}
