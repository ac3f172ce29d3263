import type { TextCandidate } from './store.ts';
import type { Row, StoreValue } from './values.ts';

/** Rows with id, name, aliases and labels as candidates; what has no text for an id cannot be named and is left out. */
export function candidatesOf(rows: readonly Row[]): readonly TextCandidate[] {
  return rows.flatMap(({ id, name, aliases, labels }) => {
    if (typeof id !== 'string') return [];
    return [
      { id, name: typeof name === 'string' ? name : '', aliases: textsOf(aliases), labels: textsOf(labels) },
    ];
  });
}

function textsOf(value: StoreValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'string');
}
