import type { StoreMap, StoreValue } from '../store/values.ts';

/** A text, or the empty text where the store holds anything else. */
export function textOf(value: StoreValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list; everything else is passed over. */
export function textsOf(value: StoreValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A map of properties; empty where the store holds anything else. */
export function mapOf(value: StoreValue | undefined): StoreMap {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as StoreMap) : {};
}
