import { createHash } from 'node:crypto';

import type { ExportValue, Properties } from './value.ts';

/** What is held of a node while the order is worked out: about 200 bytes, whatever it says. */
export interface NodeEntry {
  readonly number: number;
  /** Sorted. */
  readonly labels: readonly string[];
  readonly ownId: string | null;
  readonly name: string;
  readonly relations: number;
  /** SHA-256 of labels and properties: equal for nodes that say the same. */
  readonly digest: string;
}

/** Tells nodes apart by what they say: by labels, then by id or name, then by everything. */
export function compareEntries(one: NodeEntry, other: NodeEntry): number {
  return (
    compareTexts(one.labels.join(' '), other.labels.join(' ')) ||
    compareTexts(one.ownId ?? one.name, other.ownId ?? other.name) ||
    compareTexts(one.digest, other.digest)
  );
}

/** By UTF-16 units, as no two databases sort texts alike. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function digestOf(labels: readonly string[], properties: Properties): string {
  return createHash('sha256')
    .update(`${JSON.stringify(labels)}${saidBy(properties)}`)
    .digest('base64');
}

/** Everything that properties say, as a text that is the same for the same properties alone. */
export function saidBy(properties: Properties): string {
  return JSON.stringify(properties, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}` : Object.is(value, -0) ? '-0' : value,
  );
}

/** A property that is a text. */
export function textIn(properties: Properties, name: string): string | null {
  const value = properties.find(([key]) => key === name)?.[1];
  return value?.kind === 'text' ? value.value : null;
}

export function valueIn(properties: Properties, name: string): ExportValue | undefined {
  return properties.find(([key]) => key === name)?.[1];
}
