import type { ArticleId } from '../model/ids.ts';
import { rowsOf } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import {
  bareRelations,
  deleteClaims,
  deleteMentions,
  emptyArticle,
  mentionedIds,
  readClaims,
  readIds,
  readNodes,
} from './article-graph.ts';
import type { StoredClaim, StoredNode } from './article-graph.ts';
import type { BareRelation } from './loaded-article.ts';
import type { PreparedScript } from './prepare-script.ts';
import { textOf } from './row-values.ts';

/** What the graph holds of an article, and of what its script names. */
export interface ArticleSnapshot {
  readonly claims: readonly StoredClaim[];
  readonly mentioned: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, StoredNode>;
  readonly bare: readonly BareRelation[];
}

export async function snapshot(
  transaction: Transaction,
  article: ArticleId,
  prepared: PreparedScript,
): Promise<ArticleSnapshot> {
  const claims = await readClaims(transaction, article);
  const ids = namesIn(prepared);
  const bare = await rowsOf(transaction, bareRelations, { ids });
  return {
    claims,
    mentioned: new Set(await readIds(transaction, mentionedIds, { article })),
    nodes: await readNodes(transaction, ids),
    bare: bare.map((row) => ({
      source: textOf(row['source']),
      type: textOf(row['type']),
      target: textOf(row['target']),
    })),
  };
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
