import type { StoreValue } from '../store/values.ts';
import type { StoredNode } from './article-graph.ts';

/** What became of one property of a node; null where it is not there. */
export interface ChangedProperty {
  readonly property: string;
  readonly before: StoreValue;
  readonly after: StoreValue;
}

/** Properties that differ, added and removed ones too. */
export function changedProperties(before: StoredNode, after: StoredNode): readonly ChangedProperty[] {
  return Object.keys({ ...before.properties, ...after.properties }).flatMap((property) => {
    const was = before.properties[property] ?? null;
    const is = after.properties[property] ?? null;
    return sameValue(was, is) ? [] : [{ property, before: was, after: is }];
  });
}

/** Ids of entities that were there before and are not as they were, in order. */
export function changedEntities(
  before: ReadonlyMap<string, StoredNode>,
  after: ReadonlyMap<string, StoredNode>,
): readonly string[] {
  const changed = Array.from(after).filter(([id, node]) => {
    const earlier = before.get(id);
    if (!earlier?.labels.includes('Entity')) return false;
    const sameLabels = sameValue(earlier.labels.toSorted(), node.labels.toSorted());
    return !sameLabels || changedProperties(earlier, node).length > 0;
  });
  return changed.map(([id]) => id).toSorted();
}

function sameValue(a: StoreValue | readonly string[], b: StoreValue | readonly string[]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
