import type { MetRelation } from './step-reader.ts';

/** By where a hop begins and where it leads: what carries it. */
export type Ways<T> = ReadonlyMap<string, ReadonlyMap<string, readonly T[]>>;

/** The hops that some relations, or what is known of them, carry along their arrows and, where they may, against them. */
export function waysOf<T>(items: readonly T[], metOf: (item: T) => MetRelation): Ways<T> {
  const ways = new Map<string, Map<string, T[]>>();
  const add = (from: string, to: string, item: T): void => {
    const around = ways.get(from) ?? new Map<string, T[]>();
    around.set(to, [...(around.get(to) ?? []), item]);
    ways.set(from, around);
  };
  for (const item of items) {
    const { key, bothWays } = metOf(item);
    add(key.source, key.target, item);
    if (bothWays) add(key.target, key.source, item);
  }
  return ways;
}

/** The same with one value for what carries a hop. */
export function mapWays<T, V>(
  ways: Ways<T>,
  valueOf: (items: readonly T[]) => V,
): Map<string, Map<string, V>> {
  return new Map(
    Array.from(ways, ([from, around]) => [
      from,
      new Map(Array.from(around, ([to, items]) => [to, valueOf(items)])),
    ]),
  );
}
