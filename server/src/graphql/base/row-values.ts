import type { StoreMap, StoreRelationship, StoreValue } from '../../store/values.ts';

/** Readers of columns: what does not fit is absent. */

export function numberOf(value: StoreValue | undefined): number {
  return typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : 0;
}

export function mapOf(value: StoreValue | undefined): StoreMap | null {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && !isKind(value, 'node') && !isKind(value, 'relationship') ? (value as StoreMap) : null;
}

/** A list of keys with their values. */
export function pairsOf(value: StoreValue | undefined): StoreMap {
  return Object.fromEntries(
    (Array.isArray(value) ? value : []).flatMap((pair: unknown) => {
      const [key, own] = Array.isArray(pair) ? (pair as readonly StoreValue[]) : [];
      return typeof key === 'string' ? [[key, own ?? null]] : [];
    }),
  );
}

export function relationshipOf(value: StoreValue | undefined): StoreRelationship | null {
  return isKind(value, 'relationship') ? (value as StoreRelationship) : null;
}

function isKind(value: StoreValue | undefined, kind: 'node' | 'relationship'): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
