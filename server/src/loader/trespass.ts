import { groupBy } from '../lib/group-by.ts';
import { bookkeepingLabels } from '../model/bookkeeping.ts';
import { rowsOf, statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Row } from '../store/values.ts';
import { checksumOf } from './checksum.ts';
import { firstOf } from './first-of.ts';
import type { Loading } from './loading.ts';
import type { PreparedScript } from './prepared-script.ts';
import { textOf } from './row-values.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { Finding, ScriptProblem } from './script-problem.ts';

const otherScripts = statement({
  name: 'loader.other-scripts',
  cypher: `MATCH (s:LoadedScript) WHERE s.path <> $path
RETURN s.article AS article, s.path AS path ORDER BY path`,
  example: { path: 'example.cypher' },
});

const claimCounts = statement({
  name: 'loader.claim-counts',
  cypher: `MATCH ()-[r]->() WHERE r.article IN $articles
RETURN r.article AS article, count(r) AS claims ORDER BY article`,
  example: { articles: ['2026-01-28-cia-annex-venezuela'] },
});

/** Refuses a graph that names claims of an article with a script of its own: loading that script again would take them out. Throws ScriptError. */
export async function refuseNamedClaims(transaction: Transaction, prepared: PreparedScript): Promise<void> {
  refuseNamed(await readScripts(transaction, prepared), prepared);
}

/**
 * Runs a graph's statements, and refuses one that names, makes, changes or deletes claims of an article with
 * a script of its own, or changes what the graph remembers of loads. Warns where it deleted that. Throws
 * ScriptError.
 */
export async function keepingClaims(
  { transaction, prepared }: Pick<Loading, 'transaction' | 'prepared'>,
  run: () => Promise<void>,
): Promise<readonly ScriptProblem[]> {
  const scripts = await readScripts(transaction, prepared);
  refuseNamed(scripts, prepared);
  const articles = scripts.flatMap(({ article }) => article ?? []);
  const changes = changing.test(prepared.script.text);
  const read = changes ? digestClaims : countClaims;
  const before = await read(transaction, articles);
  const records = changes ? await readRecords(transaction) : null;
  await run();
  if (records && (await haveChanged(transaction, records))) throw changedRecords(prepared);
  const after = await read(transaction, articles);
  const touched = scripts.find(({ article }) => article && after.get(article) !== before.get(article));
  if (touched) throw changedClaims(prepared, touched);
  return forgottenScripts(prepared, scripts, await readScripts(transaction, prepared));
}

interface OtherScript {
  readonly path: string;
  /** Null for a graph. */
  readonly article: string | null;
}

async function readScripts(
  transaction: Transaction,
  { script }: PreparedScript,
): Promise<readonly OtherScript[]> {
  const rows = await rowsOf(transaction, otherScripts, { path: script.path });
  return rows.map((row) => ({ path: textOf(row['path']), article: textOf(row['article']) || null }));
}

function refuseNamed(scripts: readonly OtherScript[], prepared: PreparedScript): void {
  for (const { article, path } of scripts) {
    const named = article === null ? null : claimIdOf(prepared.script.text, article);
    if (named) throw trespass(prepared, named, writesClaims({ article, path }));
  }
}

/** Where an id is given that begins with the article's. */
function claimIdOf(
  text: string,
  article: string,
): { readonly offset: number; readonly length: number } | null {
  const prefix = `${article}/`;
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    if (/(?:\bid|`id`)\s*[:=]\s*['"]$/u.test(text.slice(Math.max(0, at - 40), at))) {
      return { offset: at, length: prefix.length };
    }
  }
  return null;
}

type ClaimsRead = ReadonlyMap<string, number | string>;

async function countClaims(transaction: Transaction, articles: readonly string[]): Promise<ClaimsRead> {
  if (articles.length === 0) return new Map();
  const rows = await rowsOf(transaction, claimCounts, { articles });
  return new Map(rows.map((row) => [textOf(row['article']), Number(row['claims'])]));
}

/** What a SET that goes by a pattern changes leaves their number as it was. */
async function digestClaims(transaction: Transaction, articles: readonly string[]): Promise<ClaimsRead> {
  if (articles.length === 0) return new Map();
  const rows = await rowsOf(transaction, claimsAsTheyAre, { articles });
  const claims = groupBy(rows, (row) => textOf(row['article']));
  return new Map(
    Array.from(claims, ([article, ones]) => [article, checksumOf(ones.map(inOrder).toSorted().join('\n'))]),
  );
}

type Records = ReadonlyMap<string, string>;

/** What the loader remembers, by node. */
async function readRecords(transaction: Transaction): Promise<Records> {
  const rows = await rowsOf(transaction, recordsAsTheyAre, {});
  return new Map(rows.map(({ record, ...content }) => [textOf(record), inOrder(content)]));
}

/** What is not there any more was deleted, which is told otherwise. */
async function haveChanged(transaction: Transaction, before: Records): Promise<boolean> {
  const after = await readRecords(transaction);
  return [...after].some(([record, content]) => before.get(record) !== content);
}

/** Stores give properties in any order. */
function inOrder(row: Row): string {
  return JSON.stringify(row, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const changing = /\b(?:SET|REMOVE|DELETE)\b/iu;

/** Where the script can change or delete something for the first time; null where it only makes things. */
function firstChange({ data }: PreparedScript): number | null {
  for (const { cypher, offset } of data) if (changing.test(cypher)) return offset;
  return null;
}

const claimsAsTheyAre = statement({
  name: 'loader.claims-as-they-are',
  cypher: `MATCH (s)-[r]->(t) WHERE r.article IN $articles
RETURN r.article AS article, s.id AS source, type(r) AS type, t.id AS target, r.id AS id, properties(r) AS properties
ORDER BY article, source, type, target, id`,
  example: { articles: ['2026-01-28-cia-annex-venezuela'] },
});

const recordsAsTheyAre = statement({
  name: 'loader.records-as-they-are',
  cypher: bookkeepingLabels
    .map(
      (label) =>
        `MATCH (n:${label}) RETURN '${label}' AS label, elementId(n) AS record, properties(n) AS properties`,
    )
    .join('\nUNION ALL\n'),
  example: {},
});

function changedRecords(prepared: PreparedScript): ScriptError {
  return trespass(
    prepared,
    { offset: firstChange(prepared) ?? 0, length: 1 },
    {
      message: 'The script changes how the loader remembers what it loaded.',
      hint: 'Name what it is to change by its labels: MATCH (n:Person) instead of MATCH (n).',
    },
  );
}

function changedClaims(prepared: PreparedScript, { article, path }: OtherScript): ScriptError {
  const offset = firstChange(prepared);
  if (offset === null) return trespass(prepared, { offset: 0, length: 1 }, writesClaims({ article, path }));
  return trespass(
    prepared,
    { offset, length: 1 },
    {
      message: `The script changes or deletes claims of the article "${article}", which has a script of its own, ${path}.`,
      hint: `Name what it is to change by its labels and ids. To begin without the article, take it out: claimgraph unload ${article}`,
    },
  );
}

function writesClaims({ article, path }: OtherScript): Words {
  return {
    message: `This writes claims of the article "${article}", which has a script of its own, ${path}.`,
    hint: 'Write them there, or give these relations ids of their own: loading that script again would take them out.',
  };
}

type Words = Required<Pick<Finding, 'message' | 'hint'>>;

function trespass(
  { script, lines }: PreparedScript,
  at: { readonly offset: number; readonly length: number },
  words: Words,
): ScriptError {
  return new ScriptError([problemAt({ ...at, code: 'CLAIM_ID', ...words }, script.file, lines)]);
}

/** A script that begins by deleting everything deletes what is known of others, too. */
function forgottenScripts(
  prepared: PreparedScript,
  before: readonly OtherScript[],
  after: readonly OtherScript[],
): readonly ScriptProblem[] {
  const left = new Set(after.map(({ path }) => path));
  const forgotten = before.filter(({ path }) => !left.has(path));
  if (forgotten.length === 0) return [];
  const scripts = forgotten.length === 1 ? 'script' : 'scripts';
  const finding = {
    code: 'FORGOTTEN',
    severity: 'warning',
    offset: firstChange(prepared) ?? 0,
    message: `This deletes what ${forgotten.length} other ${scripts} had loaded, and that they were loaded: ${firstOf(forgotten.map(({ path }) => path))}.`,
    hint: 'claimgraph status lists them as new; load them again if they are to be there.',
  } as const;
  return [problemAt(finding, prepared.script.file, prepared.lines)];
}

export const trespassStatements = [otherScripts, claimCounts, claimsAsTheyAre];
