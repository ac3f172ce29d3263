import type { ArticleId } from '../model/ids.ts';
import { rowsOf } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { allEntityIds, claimsById, otherMentions, readIds, readNodes } from './article-graph.ts';
import type { StoredNode } from './article-graph.ts';
import type { ArticleSnapshot } from './article-snapshot.ts';
import { checks } from './checks.ts';
import { articleNode } from './checks/article-node.ts';
import type { BareRelation, LoadedArticle, Overwritten } from './loaded-article.ts';
import type { Loading } from './loading.ts';
import { textOf, textsOf } from './row-values.ts';
import { problemAt } from './script-problem.ts';
import type { ScriptProblem } from './script-problem.ts';

interface Snapshots {
  readonly before: ArticleSnapshot;
  readonly after: ArticleSnapshot;
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
  { before, after }: Snapshots,
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
    bare: after.bare.filter((relation) => !before.bare.some((other) => sameEnds(relation, other))),
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

function sameEnds(a: BareRelation, b: BareRelation): boolean {
  return a.source === b.source && a.type === b.type && a.target === b.target;
}

async function overwrittenBy(
  transaction: Transaction,
  article: ArticleId,
  { before, after }: Snapshots,
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
