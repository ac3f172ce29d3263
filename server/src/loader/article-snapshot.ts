import type { ArticleId } from '../model/ids.ts';
import type { Transaction } from '../store/store.ts';
import {
  deleteClaims,
  deleteMentions,
  emptyArticle,
  forgetMarks,
  mentionedIds,
  readClaims,
  readIds,
  readNodes,
} from './article-graph.ts';
import type { StoredClaim, StoredNode } from './article-graph.ts';
import type { PreparedScript } from './prepared-script.ts';

/** What the graph holds of an article, and of what its script names. */
export interface ArticleSnapshot {
  readonly claims: readonly StoredClaim[];
  readonly mentioned: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, StoredNode>;
}

export async function snapshot(
  transaction: Transaction,
  article: ArticleId,
  prepared: PreparedScript,
): Promise<ArticleSnapshot> {
  const [claims, mentioned, nodes] = await Promise.all([
    readClaims(transaction, article),
    readIds(transaction, mentionedIds, { article }),
    readNodes(transaction, namesIn(prepared)),
  ]);
  return { claims, mentioned: new Set(mentioned), nodes };
}

/** Strings of the script that may be ids: sentences are none. */
function namesIn({ strings }: PreparedScript): readonly string[] {
  const names = strings.map(({ value }) => value).filter((value) => /^[^\s/]{1,200}$/u.test(value));
  return Array.from(new Set(names));
}

/** Lets the script say anew which of the entities that it names are still to be reviewed. */
export async function clearMarks(
  transaction: Transaction,
  { nodes }: Pick<ArticleSnapshot, 'nodes'>,
  prepared: PreparedScript,
): Promise<void> {
  const ids = markedEntities(nodes, prepared);
  if (ids.length > 0) await transaction.run(forgetMarks.cypher, { ids });
}

/** Entities that the script gives by their ids and that are marked `unreviewed`. */
export function markedEntities(
  nodes: ReadonlyMap<string, StoredNode>,
  { places }: PreparedScript,
): readonly string[] {
  return Array.from(nodes)
    .filter(([, { labels, properties }]) => labels.includes('Entity') && properties['unreviewed'] === true)
    .map(([id]) => id)
    .filter((id) => places.get(id)?.some(({ isId }) => isId));
}

/** Removes what the article owns, so that the script says everything about it anew. Entities stay. */
export async function clearArticle(transaction: Transaction, article: ArticleId): Promise<void> {
  await transaction.run(deleteClaims.cypher, { article, prefix: `${article}/` });
  await transaction.run(deleteMentions.cypher, { article });
  await transaction.run(emptyArticle.cypher, { article });
}
