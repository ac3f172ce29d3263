import type { ArticleId } from '../model/ids.ts';
import { rowsOf } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { allEntityIds, claimsById, otherMentions, readIds, readNodes } from './article-graph.ts';
import type { StoredNode } from './article-graph.ts';
import type { ArticleSnapshot } from './article-snapshot.ts';
import { checks } from './checks.ts';
import { articleNode } from './checks/article-node.ts';
import type { LoadedArticle, Overwritten, Rewritten, Stray } from './loaded-article.ts';
import type { Loading } from './loading.ts';
import { textOf, textsOf } from './row-values.ts';
import { problemAt } from './script-problem.ts';
import type { ScriptProblem } from './script-problem.ts';

interface Snapshots {
  readonly before: ArticleSnapshot;
  readonly after: ArticleSnapshot;
  readonly stray: Stray;
}

/** Everything that is wrong, or looks wrong, with what an article's script made, in the order of the script. */
export async function judgeArticle(
  loading: Loading,
  article: ArticleId,
  snapshots: Snapshots,
): Promise<readonly ScriptProblem[]> {
  const { prepared } = loading;
  const loaded = await gather(loading, article, snapshots);
  // Without its article nothing else in the script reads as it is meant.
  const applying = loaded.node === null ? [articleNode] : checks;
  return applying
    .flatMap(({ find }) => find(loaded))
    .toSorted((a, b) => a.offset - b.offset)
    .map((finding) => problemAt(finding, prepared.script.file, prepared.lines));
}

async function gather(
  { transaction, prepared, vocabulary }: Loading,
  article: ArticleId,
  { before, after, stray }: Snapshots,
): Promise<LoadedArticle> {
  const speakers = after.claims.flatMap(({ properties }) => textsOf(properties['attributedTo']));
  const basedOn = textOf(after.nodes.get(article)?.properties['basedOn']);
  const more = [...speakers, basedOn].filter((id) => !after.nodes.has(id));
  const nodes = new Map([...after.nodes, ...(await readNodes(transaction, more))]);
  return {
    prepared,
    article,
    node: nodes.get(article) ?? null,
    claims: after.claims,
    mentioned: after.mentioned,
    nodes,
    otherClaims: await claimsOfOthers(transaction, prepared, after),
    retold: await retoldBy(transaction, basedOn),
    stray,
    rewritten: rewrittenBy(article, before, after),
    overwritten: await overwrittenBy(transaction, article, { before, after }),
    entityIds: await readIds(transaction, allEntityIds, {}),
    vocabulary,
  };
}

async function claimsOfOthers(
  transaction: Transaction,
  { strings }: Loading['prepared'],
  { claims }: ArticleSnapshot,
): Promise<ReadonlySet<string>> {
  const said = strings.map(({ value }) => value).filter((value) => /^[^\s/]+\/[^\s/]+$/u.test(value));
  const disputed = claims.flatMap(({ properties }) => textsOf(properties['disputes']));
  const own = new Set(claims.map(({ id }) => id));
  const ids = Array.from(new Set([...said, ...disputed])).filter((id) => !own.has(id));
  return new Set(ids.length === 0 ? [] : await readIds(transaction, claimsById, { ids }));
}

/** Ends where an article is based on nothing, is not there, or comes a second time. */
async function retoldBy(transaction: Transaction, basedOn: string): Promise<readonly string[]> {
  const retold: string[] = [];
  for (let next = basedOn; next !== '' && !retold.includes(next);) {
    retold.push(next);
    const nodes = await readNodes(transaction, [next]);
    next = textOf(nodes.get(next)?.properties['basedOn']);
  }
  return retold;
}

function rewrittenBy(
  article: ArticleId,
  before: ArticleSnapshot,
  after: ArticleSnapshot,
): readonly Rewritten[] {
  return Array.from(before.nodes).flatMap(([id, { labels, properties }]) => {
    if (id === article || !labels.includes('Article') || textOf(properties['text']) === '') return [];
    const now = after.nodes.get(id)?.properties ?? {};
    return Object.keys({ ...properties, ...now })
      .filter((property) => !sameValue(properties[property] ?? null, now[property] ?? null))
      .map((property) => ({ article: id, property }));
  });
}

async function overwrittenBy(
  transaction: Transaction,
  article: ArticleId,
  { before, after }: Pick<Snapshots, 'before' | 'after'>,
): Promise<readonly Overwritten[]> {
  const changes = Array.from(after.nodes).flatMap(([entity, node]) =>
    changedProperties(before.nodes.get(entity), node).map((change) => ({ entity, ...change })),
  );
  if (changes.length === 0) return [];
  const ids = Array.from(new Set(changes.map(({ entity }) => entity)));
  const rows = await rowsOf(transaction, otherMentions, { ids, article });
  return changes.flatMap((change) => {
    const articles = rows
      .filter((row) => row['entity'] === change.entity)
      .map((row) => textOf(row['article']));
    return articles.length === 0 ? [] : [{ ...change, articles }];
  });
}

function changedProperties(
  before: StoredNode | undefined,
  after: StoredNode,
): readonly Pick<Overwritten, 'property' | 'before' | 'after'>[] {
  if (!before || before.labels.includes('Article')) return [];
  return Object.entries(before.properties).flatMap(([property, was]) => {
    const is = after.properties[property] ?? null;
    return sameValue(was, is) ? [] : [{ property, before: was, after: is }];
  });
}

function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
