import { textOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import type { Page, Placed } from './connection.ts';
import type { SortKey } from './cursor.ts';
import { numberOf } from './row-values.ts';

/**
 * Parts of statements that give one page of a list for each of several parents `p`. What they list has a
 * number `n` and a unique text `k`, in whose order it runs; `p.n` and `p.k` are where the page begins.
 */
export const behindStart = `(p.n IS NULL
      OR ($forward AND (n > p.n OR (n = p.n AND k > p.k)))
      OR (NOT $forward AND (n < p.n OR (n = p.n AND k < p.k))))`;

export const inDirection = `CASE WHEN $forward THEN n ELSE -n END,
    CASE WHEN $forward THEN k ELSE '' END, CASE WHEN $forward THEN '' ELSE k END DESC`;

/** Between the parts of a sort text: before every letter, so that Ann comes before Ann Lee, and TOLD before TOLD_OFF. */
export const PART_END = '\t';

/** A parent and where its page begins; `key` tells pages of one parent apart. */
export type PageStart = {
  readonly key: string;
  readonly id: string;
  readonly n: number | null;
  readonly k: string | null;
};

export function pageStart(id: string, start: SortKey | null): PageStart {
  const n = start?.n ?? null;
  const k = start?.k ?? null;
  return { key: JSON.stringify([id, n, k]), id, n, k };
}

/** The page start that a key was made of. */
export function parsePageStart(key: string): PageStart {
  const [id, n, k] = JSON.parse(key) as [string, number | null, string | null];
  return { key, id, n, k };
}

/** What those statements need besides parents. */
export function pageParameters({ forward, size }: Page): { forward: boolean; limit: number } {
  return { forward, limit: size + 1 };
}

/** A row's item with its place. */
export function placed<T>(row: Row, item: T): Placed<T> {
  return { item, n: numberOf(row['n']), k: textOf(row['k']) ?? '' };
}
