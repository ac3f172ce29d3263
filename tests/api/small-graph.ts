import type { Store } from '../../server/src/store/store.ts';

/** One claim of a graph made for a test; asserted in an article of its own unless it says otherwise. */
export interface SmallClaim {
  readonly source: string;
  readonly target: string;
  readonly type?: string;
  readonly status?: string;
  readonly id?: string;
  readonly disputes?: readonly string[];
}

/** Adds claims and the entities at their ends, and further entities, to a store. */
export async function fill(
  store: Store,
  claims: readonly SmallClaim[],
  further: readonly string[] = [],
): Promise<void> {
  const ids = [...new Set([...claims.flatMap(({ source, target }) => [source, target]), ...further])];
  await store.write(async (transaction) => {
    await transaction.run('UNWIND $ids AS id MERGE (e:Entity {id: id}) SET e.name = id', { ids });
    for (const [index, { source, target, type = 'TOLD', id, status, disputes }] of claims.entries()) {
      const article = `article-${index}`;
      await transaction.run(
        `MATCH (s:Entity {id: $source}) MATCH (t:Entity {id: $target})
         CREATE (s)-[c:${type} {id: $id, article: $article, status: $status, quote: $quote}]->(t) SET c.disputes = $disputes`,
        {
          source,
          target,
          id: id ?? `${article}/${source}-${type}-${target}`,
          article,
          status: status ?? 'asserted',
          quote: `That is what ${source} told ${target}.`,
          disputes: disputes ?? null,
        },
      );
    }
  });
}
