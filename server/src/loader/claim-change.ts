import type { StoredClaim } from './article-graph.ts';
import type { ClaimChange } from './report.ts';

/** Compares what an article claimed before with what it claims now, claim by claim. */
export function claimChange(before: readonly StoredClaim[], after: readonly StoredClaim[]): ClaimChange {
  const was = fingerprints(before);
  const is = fingerprints(after);
  const both = Array.from(is.keys()).filter((id) => was.has(id));
  const changed = both.filter((id) => was.get(id) !== is.get(id));
  return {
    created: Array.from(is.keys()).filter((id) => !was.has(id)),
    changed,
    removed: Array.from(was.keys()).filter((id) => !is.has(id)),
    kept: both.length - changed.length,
  };
}

/** Everything about a claim as one text, whatever the order of its properties. */
function fingerprints(claims: readonly StoredClaim[]): ReadonlyMap<string, string> {
  return new Map(
    claims.map(({ id, source, type, target, properties }) => {
      const sorted = Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return [id ?? '', JSON.stringify([source, type, target, sorted], bigIntAsText)];
    }),
  );
}

function bigIntAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
