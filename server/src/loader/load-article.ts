import type { ArticleId } from '../model/ids.ts';
import { readChanges } from './article-changes.ts';
import { readSize } from './article-graph.ts';
import { clearArticle, clearMarks, snapshot } from './article-snapshot.ts';
import type { ArticleSnapshot } from './article-snapshot.ts';
import { changedEntities } from './changed-properties.ts';
import { claimChange } from './claim-change.ts';
import { claimsNamedIn, judgeArticle } from './judge-article.ts';
import { leftEntities } from './left-entities.ts';
import type { LoadedScript, Loading } from './loading.ts';
import { runStatements } from './run-statements.ts';
import { ScriptError } from './script-problem.ts';

/**
 * Loads an article's script in a transaction: what the article owned goes, the script says it anew,
 * checks judge what then stands there. Throws ScriptError with all that they found if any of it is an error.
 */
export async function loadArticle(loading: Loading, article: ArticleId): Promise<LoadedScript> {
  const { transaction, prepared } = loading;
  const before = await snapshot(transaction, article, prepared);
  if (isHeld(before, article)) await clearArticle(transaction, article);
  await clearMarks(transaction, before, prepared);
  // Stores run what is sent to a transaction in its order: answers are waited for where they are needed.
  const [emptied] = await Promise.all([readSize(transaction), runStatements(loading)]);
  const [after, size] = await Promise.all([snapshot(transaction, article, prepared), readSize(transaction)]);

  const entitiesCreated = createdNodes(before, after, 'Entity');
  const nodesCreated = size.nodes - emptied.nodes;
  const stray = {
    nodes: nodesCreated - entitiesCreated.length - createdNodes(before, after, 'Article').length,
    relations: size.relations - emptied.relations - after.claims.length - after.mentioned.size,
  };
  const changes = await readChanges(loading, article, { before, after, named: claimsNamedIn(prepared) });
  const problems = await judgeArticle(loading, article, {
    before,
    after,
    created: entitiesCreated,
    stray,
    changes,
  });
  if (problems.some(({ severity }) => severity === 'error')) throw new ScriptError(problems);

  const claims = claimChange(before.claims, after.claims);
  return {
    warnings: problems,
    change: {
      statements: prepared.data.length,
      nodesCreated,
      relationsCreated: claims.created.length + missing(after.mentioned, before.mentioned),
      relationsRemoved: claims.removed.length + missing(before.mentioned, after.mentioned),
      claims,
      entitiesCreated,
      entitiesChanged: changedEntities(before.nodes, after.nodes),
      entitiesLeft: await leftEntities(transaction, before),
      backed: changes.backed,
      contradicted: changes.contradicted,
    },
  };
}

/** Whether there is anything to clear: for a new article three walks over the whole graph are saved. */
function isHeld({ claims, mentioned, nodes }: ArticleSnapshot, article: ArticleId): boolean {
  return claims.length + mentioned.size > 0 || nodes.has(article);
}

/** How many of some ids are not among others. */
function missing(ids: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return Array.from(ids).filter((id) => !others.has(id)).length;
}

function createdNodes(
  before: ArticleSnapshot,
  after: ArticleSnapshot,
  label: 'Entity' | 'Article',
): readonly string[] {
  return Array.from(after.nodes)
    .filter(([id, { labels }]) => !before.nodes.has(id) && labels.includes(label))
    .map(([id]) => id)
    .toSorted();
}
