import { createHash } from 'node:crypto';

import { requestError } from './errors.ts';

/** The place of an item in its list: lists run by rising number, then by rising text, which is unique. */
export interface SortKey {
  readonly n: number;
  readonly k: string;
}

/** Orders as lists run. */
export function compareKeys(one: SortKey, other: SortKey): number {
  return one.n - other.n || compareText(one.k, other.k);
}

/** By UTF-16 units, as both databases do for all but rare characters; never by the server's language. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** An opaque place in one list: `list` tells lists with other filters or orders apart. */
export function encodeCursor({ n, k }: SortKey, list: string): string {
  return Buffer.from(JSON.stringify([fingerprint(list), n, k])).toString('base64url');
}

/** The place that a cursor names. Throws INVALID_CURSOR if it was made for another list, or not by us. */
export function decodeCursor(cursor: string, list: string): SortKey {
  const parts = parse(cursor);
  const [madeFor, n, k] = parts ?? [];
  if (typeof n !== 'number' || typeof k !== 'string') {
    throw requestError(
      'INVALID_CURSOR',
      'The cursor cannot be read. Take it unchanged from an earlier answer.',
    );
  }
  if (madeFor !== fingerprint(list)) {
    throw requestError(
      'INVALID_CURSOR',
      'The cursor belongs to another list, filter or order. Ask for the first page again, or keep the arguments it came with.',
    );
  }
  return { n, k };
}

function parse(cursor: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function fingerprint(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8);
}
