import { articleId } from '../model/ids.ts';
import type { ArticleId } from '../model/ids.ts';
import { rowsOf, statement } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';
import { mentionedIds, readClaims, readIds, readNodes } from './article-graph.ts';
import type { StoredClaim, StoredNode } from './article-graph.ts';
import { clearArticle } from './article-snapshot.ts';
import { nextLoad, recordLoad } from './history.ts';
import { leftEntities, unreferred } from './left-entities.ts';
import { graphChange } from './load-graph.ts';
import { didYouMean } from './nearest.ts';
import type { GraphChange } from './report.ts';
import { textOf } from './row-values.ts';

/** What came of taking an article out of the graph. */
export interface UnloadReport {
  readonly article: string;
  readonly change: GraphChange;
  /** Number of this step in the graph's history; null in a dry run. */
  readonly load: number | null;
  readonly dryRun: boolean;
  /** What else the user should know, such as claims of other articles that dispute what is gone. */
  readonly notices: readonly string[];
}

export interface UnloadOptions {
  /** Who unloads, for the history. */
  readonly by: string;
  /** Does everything and keeps nothing. */
  readonly dryRun: boolean;
}

/** There is no such article to take out: nothing was changed. */
export class UnknownArticleError extends Error {
  override readonly name = 'UnknownArticleError';
  readonly article: string;
  /** What to do about it, with the ids that look most like it. */
  readonly hint: string;

  constructor(article: string, { message, hint }: { readonly message: string; readonly hint: string }) {
    super(message);
    this.article = article;
    this.hint = hint;
  }
}

const ledgerOfArticle = statement({
  name: 'unload.ledger',
  cypher: `MATCH (s:LoadedScript) WHERE s.article = $article RETURN s.path AS path ORDER BY path`,
  example: { article: '2026-01-28-cia-annex-venezuela' },
});

const forgetScripts = statement({
  name: 'unload.forget-scripts',
  cypher: `MATCH (s:LoadedScript) WHERE s.article = $article DELETE s`,
  example: { article: '2030-01-01-example' },
});

/** What is known of a report that is not held: retellings of it are told by these. */
const leaveStub = statement({
  name: 'unload.leave-stub',
  cypher: `MATCH (a:Article {id: $article})
SET a.publisher = $publisher, a.outlet = $outlet, a.publishedAt = $publishedAt, a.basedOn = $basedOn`,
  example: {
    article: '2030-01-01-example',
    publisher: 'Daily',
    outlet: null,
    publishedAt: null,
    basedOn: null,
  },
});

const deleteArticle = statement({
  name: 'unload.delete-article',
  cypher: `MATCH (a:Article {id: $article}) DELETE a`,
  example: { article: '2030-01-01-example' },
});

const deleteEntity = statement({
  name: 'unload.delete-entity',
  cypher: `MATCH (e:Entity {id: $id}) DELETE e`,
  example: { id: 'voice-2030-01-01-example' },
});

/** What keeps an article's node: another is based on it, or a relation leads to it. */
const articleUses = statement({
  name: 'unload.article-uses',
  cypher: `MATCH (b:Article) WHERE b.basedOn = $article RETURN b.id AS id
UNION
MATCH (:Article {id: $article})--(n) RETURN n.id AS id`,
  example: { article: '2026-01-27-cnn-cia-venezuela' },
});

const disputesOfOthers = statement({
  name: 'unload.disputes',
  cypher: `MATCH ()-[c]->() WHERE c.disputes IS NOT NULL
UNWIND c.disputes AS disputed
WITH c.id AS id, disputed WHERE disputed STARTS WITH $prefix AND NOT id STARTS WITH $prefix
RETURN DISTINCT id, disputed ORDER BY id, disputed`,
  example: { prefix: '2030-01-01-example/' },
});

const loadedArticles = statement({
  name: 'unload.loaded-articles',
  cypher: `MATCH (a:Article) WHERE a.text IS NOT NULL RETURN a.id AS id ORDER BY id`,
  example: {},
});

/**
 * Takes out exactly what an article's script owns, in one transaction: its claims, its mentions, its
 * text, its own voice, and what the ledger says of it. Entities stay; those that nothing refers to any
 * more are named. Throws UnknownArticleError and StoreError.
 */
export async function unloadArticle(
  store: Store,
  article: string,
  options: UnloadOptions,
): Promise<UnloadReport> {
  return store.write((transaction) => unloadIn(transaction, articleId(article), options), {
    rollback: options.dryRun,
  });
}

async function unloadIn(
  transaction: Transaction,
  article: ArticleId,
  { by, dryRun }: UnloadOptions,
): Promise<UnloadReport> {
  const sequence = await nextLoad(transaction);
  const held = await readHeld(transaction, article);
  if (isNothing(held)) throw await unknownArticle(transaction, article, held);
  await clearArticle(transaction, article);
  await dropArticle(transaction, article, held);
  const left = await leftEntities(transaction, held);
  const voice = `voice-${article}`;
  if ((await unreferred(transaction, [voice])).length > 0)
    await transaction.run(deleteEntity.cypher, { id: voice });
  const change: GraphChange = {
    ...graphChange(0, { nodes: 0, relations: 0 }),
    relationsRemoved: held.claims.length + held.mentioned.size,
    claims: { created: [], changed: [], removed: held.claims.flatMap(({ id }) => id ?? []), kept: 0 },
    entitiesLeft: left.filter((id) => id !== voice),
  };
  const at = new Date().toISOString();
  const path = held.paths[0] ?? null;
  await recordLoad(transaction, { sequence, at, by, action: 'unload', path, article, change });
  const notices = await noticesOn(transaction, article);
  return { article, change, load: dryRun ? null : sequence, dryRun, notices };
}

/** What the graph holds of an article. */
interface Held {
  readonly node: StoredNode | null;
  readonly claims: readonly StoredClaim[];
  readonly mentioned: ReadonlySet<string>;
  /** Of its script in the ledger. */
  readonly paths: readonly string[];
}

async function readHeld(transaction: Transaction, article: ArticleId): Promise<Held> {
  const nodes = await readNodes(transaction, [article]);
  const node = nodes.get(article) ?? null;
  const ledger = await rowsOf(transaction, ledgerOfArticle, { article });
  return {
    node: node?.labels.includes('Article') ? node : null,
    claims: await readClaims(transaction, article),
    mentioned: new Set(await readIds(transaction, mentionedIds, { article })),
    paths: ledger.map((row) => textOf(row['path'])),
  };
}

/** A report that is known of and not held has nothing that could be taken out. */
function isNothing({ node, claims, mentioned, paths }: Held): boolean {
  return paths.length + claims.length + mentioned.size === 0 && textOf(node?.properties['text']) === '';
}

async function unknownArticle(
  transaction: Transaction,
  article: ArticleId,
  { node }: Held,
): Promise<UnknownArticleError> {
  const loaded = await readIds(transaction, loadedArticles, {});
  const hint = `${didYouMean(article, loaded)}claimgraph status lists what is loaded.`;
  const message = node
    ? `The graph knows of "${article}" and does not hold it: other articles retell it.`
    : `There is no article "${article}" in the graph.`;
  return new UnknownArticleError(article, { message, hint });
}

async function dropArticle(transaction: Transaction, article: ArticleId, { node }: Held): Promise<void> {
  await transaction.run(forgetScripts.cypher, { article });
  const uses = await rowsOf(transaction, articleUses, { article });
  if (uses.length === 0) {
    await transaction.run(deleteArticle.cypher, { article });
    return;
  }
  const known = (name: string): string | null => textOf(node?.properties[name]) || null;
  await transaction.run(leaveStub.cypher, {
    article,
    publisher: known('publisher'),
    outlet: known('outlet'),
    publishedAt: known('publishedAt'),
    basedOn: known('basedOn'),
  });
}

async function noticesOn(transaction: Transaction, article: ArticleId): Promise<readonly string[]> {
  const rows = await rowsOf(transaction, disputesOfOthers, { prefix: `${article}/` });
  return rows.map(
    (row) => `"${textOf(row['id'])}" disputes "${textOf(row['disputed'])}", which is no longer in the graph`,
  );
}

export const unloadStatements = [
  ledgerOfArticle,
  forgetScripts,
  leaveStub,
  deleteArticle,
  deleteEntity,
  articleUses,
  disputesOfOthers,
  loadedArticles,
];
