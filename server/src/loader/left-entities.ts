import type { Transaction } from '../store/store.ts';
import { quotedSpeakers, readIds, unconnected } from './article-graph.ts';
import type { StoredClaim } from './article-graph.ts';
import { textsOf } from './row-values.ts';

/** What an article referred to before something of it was taken out. */
interface Referring {
  readonly claims: readonly StoredClaim[];
  readonly mentioned: ReadonlySet<string>;
}

/** Entities of what an article said before, to which no relation and no claim leads any more. */
export async function leftEntities(
  transaction: Transaction,
  { claims, mentioned }: Referring,
): Promise<readonly string[]> {
  const named = claims.flatMap(({ source, target, properties }) => [
    source ?? '',
    target ?? '',
    ...textsOf(properties['attributedTo']),
  ]);
  return unreferred(transaction, Array.from(new Set([...named, ...mentioned])));
}

/** Entities among these to which no relation and no claim leads. */
export async function unreferred(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly string[]> {
  const alone = ids.length === 0 ? [] : await readIds(transaction, unconnected, { ids });
  if (alone.length === 0) return [];
  const quoted = new Set(await readIds(transaction, quotedSpeakers, { ids: alone }));
  return alone.filter((id) => !quoted.has(id));
}
