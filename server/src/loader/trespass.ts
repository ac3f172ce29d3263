import { rowsOf, statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Loading } from './loading.ts';
import type { PreparedScript } from './prepared-script.ts';
import { textOf } from './row-values.ts';
import { ScriptError, problemAt } from './script-problem.ts';

const articlesWithScripts = statement({
  name: 'loader.articles-with-scripts',
  cypher: `MATCH (s:LoadedScript) WHERE s.article IS NOT NULL AND s.path <> $path
RETURN s.article AS article, s.path AS path ORDER BY article, path`,
  example: { path: 'example.cypher' },
});

const claimCounts = statement({
  name: 'loader.claim-counts',
  cypher: `MATCH ()-[r]->() WHERE r.article IN $articles
RETURN r.article AS article, count(r) AS claims ORDER BY article`,
  example: { articles: ['2026-01-28-cia-annex-venezuela'] },
});

/**
 * Refuses a graph that names claims of an article with a script of its own: loading that script again would
 * take them out. Gives all such articles with the paths of their scripts. Throws ScriptError.
 */
export async function refuseNamedClaims(
  transaction: Transaction,
  prepared: PreparedScript,
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(transaction, articlesWithScripts, { path: prepared.script.path });
  const paths = new Map(rows.map((row) => [textOf(row['article']), textOf(row['path'])]));
  const { text } = prepared.script;
  for (const [article, path] of paths) {
    const named = claimIdOf(text, article);
    if (named) throw trespass(prepared, { article, path, ...named });
  }
  return paths;
}

/**
 * Runs a graph's statements, and refuses one that names, makes or deletes claims of an article with a script
 * of its own. Throws ScriptError.
 */
export async function keepingClaims(
  { transaction, prepared }: Pick<Loading, 'transaction' | 'prepared'>,
  run: () => Promise<void>,
): Promise<void> {
  const paths = await refuseNamedClaims(transaction, prepared);
  const before = await countClaims(transaction, paths);
  await run();
  const after = await countClaims(transaction, paths);
  for (const [article, path] of paths) {
    if (after.get(article) === before.get(article)) continue;
    throw trespass(prepared, { article, path, offset: 0, length: 1 });
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

async function countClaims(
  transaction: Transaction,
  paths: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  if (paths.size === 0) return new Map();
  const rows = await rowsOf(transaction, claimCounts, { articles: Array.from(paths.keys()) });
  return new Map(rows.map((row) => [textOf(row['article']), Number(row['claims'])]));
}

interface Trespass {
  readonly article: string;
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

function trespass({ script, lines }: PreparedScript, { article, path, ...at }: Trespass): ScriptError {
  const finding = {
    ...at,
    code: 'CLAIM_ID',
    message: `This writes claims of the article "${article}", which has a script of its own, ${path}.`,
    hint: 'Write them there, or give these relations ids of their own: loading that script again would take them out.',
  } as const;
  return new ScriptError([problemAt(finding, script.file, lines)]);
}

export const trespassStatements = [articlesWithScripts, claimCounts];
