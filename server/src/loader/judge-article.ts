import { articleOfClaim } from '../model/ids.ts';
import type { ArticleId } from '../model/ids.ts';
import { rowsOf } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { ArticleChanges, Snapshots } from './article-changes.ts';
import { otherMentions, readNodes, scriptsOfArticles } from './article-graph.ts';
import { changedProperties } from './changed-properties.ts';
import { checks } from './checks.ts';
import { articleNode } from './checks/article-node.ts';
import { knownEntities } from './known-entities.ts';
import type { LoadedArticle, Overwritten, Rewritten, Stray } from './loaded-article.ts';
import type { Loading } from './loading.ts';
import { textOf, textsOf } from './row-values.ts';
import { problemAt } from './script-problem.ts';
import type { Finding, ScriptProblem } from './script-problem.ts';
import { readClaimIds } from './surroundings.ts';

interface Made extends Snapshots {
  /** Ids of the entities among what it made. */
  readonly created: readonly string[];
  readonly stray: Stray;
  readonly changes: ArticleChanges;
}

/** Everything that is wrong, or looks wrong, with what an article's script made, in the order of the script. */
export async function judgeArticle(
  loading: Loading,
  article: ArticleId,
  made: Made,
): Promise<readonly ScriptProblem[]> {
  const { transaction, prepared } = loading;
  const known = made.created.length === 0 ? [] : await knownEntities(transaction);
  const loaded = await gather(loading, article, { ...made, known });
  const findings = findingsOn(loaded);
  // What a misspelt id means is found among all entities, which are read only where there is need.
  const isLost =
    known.length === 0 && findings.some(({ code }) => code === 'UNKNOWN_ID' || code === 'SPEAKER');
  const told = isLost ? findingsOn({ ...loaded, known: await knownEntities(transaction) }) : findings;
  return told
    .toSorted((a, b) => a.offset - b.offset)
    .map((finding) => problemAt(finding, prepared.script.file, prepared.lines));
}

function findingsOn(loaded: LoadedArticle): readonly Finding[] {
  // Without its article nothing else in the script reads as it is meant.
  const applying = loaded.node === null ? [articleNode] : checks;
  return applying.flatMap(({ find }) => find(loaded));
}

async function gather(
  { transaction, prepared, vocabulary, rules }: Loading,
  article: ArticleId,
  { before, after, created, stray, changes, known }: Made & Pick<LoadedArticle, 'known'>,
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
    otherClaims: changes.otherClaims,
    disputable: await disputableClaims(transaction, { after, changes }),
    conflicts: changes.conflicts,
    retold: await retoldBy(transaction, basedOn),
    stray,
    rewritten: rewrittenBy(article, { before, after }),
    overwritten: await overwrittenBy(transaction, article, { before, after }),
    created: new Set(created),
    known,
    rules,
    vocabulary,
  };
}

/** Strings of a script that have the form of a claim's id. */
export function claimsNamedIn({ strings }: Loading['prepared']): readonly string[] {
  return strings.map(({ value }) => value).filter((value) => /^[^\s/]+\/[^\s/]+$/u.test(value));
}

/** None where everything that is disputed is there: looking for them takes a walk over the whole graph. */
async function disputableClaims(
  transaction: Transaction,
  { after, changes }: Pick<Made, 'after' | 'changes'>,
): Promise<readonly string[]> {
  const own = new Set(after.claims.map(({ id }) => id));
  const disputed = after.claims.flatMap(({ properties }) => textsOf(properties['disputes']));
  const lost = disputed.filter((id) => !own.has(id) && !changes.otherClaims.has(id));
  return readClaimIds(transaction, Array.from(new Set(lost.map(articleOfClaim))));
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

function rewrittenBy(article: ArticleId, { before, after }: Snapshots): readonly Rewritten[] {
  return Array.from(before.nodes).flatMap(([id, node]) => {
    const hasText = node.labels.includes('Article') && textOf(node.properties['text']) !== '';
    if (id === article || !hasText) return [];
    const now = after.nodes.get(id) ?? { labels: [], properties: {} };
    return changedProperties(node, now).map(({ property }) => ({ article: id, property }));
  });
}

async function overwrittenBy(
  transaction: Transaction,
  article: ArticleId,
  { before, after }: Snapshots,
): Promise<readonly Overwritten[]> {
  const changes = Array.from(after.nodes).flatMap(([entity, node]) => {
    const earlier = before.nodes.get(entity);
    if (!earlier || earlier.labels.includes('Article')) return [];
    const said = changedProperties(earlier, node).filter((change) => change.before !== null);
    return said.map((change) => ({ entity, ...change }));
  });
  if (changes.length === 0) return [];
  const ids = Array.from(new Set(changes.map(({ entity }) => entity)));
  const rows = await rowsOf(transaction, otherMentions, { ids, article });
  const articles = Array.from(new Set(rows.map((row) => textOf(row['article']))));
  const ledger = articles.length === 0 ? [] : await rowsOf(transaction, scriptsOfArticles, { articles });
  const paths = new Map(ledger.map((row) => [textOf(row['article']), textOf(row['path'])]));
  return changes.flatMap((change) => {
    const mentioning = rows
      .filter((row) => row['entity'] === change.entity)
      .map((row) => textOf(row['article']));
    const scripts = mentioning.map((other) => paths.get(other) ?? other);
    return scripts.length === 0 ? [] : [{ ...change, scripts }];
  });
}
