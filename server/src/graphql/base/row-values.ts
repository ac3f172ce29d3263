import type { StoreMap, StoreNode, StoreRelationship, StoreValue } from '../../store/values.ts';

/** Readers of columns: what does not fit is absent. */

export function numberOf(value: StoreValue | undefined): number {
  return typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : 0;
}

export function mapOf(value: StoreValue | undefined): StoreMap | null {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && !isKind(value, 'node') && !isKind(value, 'relationship') ? (value as StoreMap) : null;
}

export function nodeOf(value: StoreValue | undefined): StoreNode | null {
  return isKind(value, 'node') ? (value as StoreNode) : null;
}

export function relationshipOf(value: StoreValue | undefined): StoreRelationship | null {
  return isKind(value, 'relationship') ? (value as StoreRelationship) : null;
}

function isKind(value: StoreValue | undefined, kind: 'node' | 'relationship'): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
