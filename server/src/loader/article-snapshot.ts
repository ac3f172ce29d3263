import type { ArticleId } from '../model/ids.ts';
import type { Transaction } from '../store/store.ts';
import {
  deleteClaims,
  deleteMentions,
  emptyArticle,
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

/** Removes what the article owns, so that the script says everything about it anew. Entities stay. */
export async function clearArticle(transaction: Transaction, article: ArticleId): Promise<void> {
  await transaction.run(deleteClaims.cypher, { article, prefix: `${article}/` });
  await transaction.run(deleteMentions.cypher, { article });
  await transaction.run(emptyArticle.cypher, { article });
}
