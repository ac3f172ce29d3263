import type { Column } from '../graph/columns.ts';
import type { ExportValue } from '../graph/value.ts';
import { valueAsText } from './plain-value.ts';
import { withoutIllegal } from './xml.ts';

/** A column of an XML format: readers know it by its title, which no other column has. */
export interface XmlColumn extends Column {
  readonly key: string;
  readonly title: string;
}

/** Gives columns keys with this letter, and titles that are neither reserved nor twice there. */
export function xmlColumns(
  columns: readonly Column[],
  letter: string,
  reserved: readonly string[],
): readonly XmlColumn[] {
  const taken = new Set(reserved);
  return columns.map((column, index) => {
    let title = withoutIllegal(column.name);
    while (taken.has(title)) title = `${title} (property)`;
    taken.add(title);
    return { ...column, key: `${letter}${index}`, title };
  });
}

/** Ids in XML are names without blanks; anything else is called by its place in the order. */
export function xmlId({ id, rank }: { readonly id: string; readonly rank: number }): string {
  return /^[\w.-]+$/u.test(id) ? id : `_${rank}`;
}

/** As XML Schema writes it, which differs from JSON in infinity alone. */
export function xmlValue(value: ExportValue): string {
  if (value.kind !== 'float' || Number.isFinite(value.value)) return valueAsText(value);
  return Number.isNaN(value.value) ? 'NaN' : value.value > 0 ? 'INF' : '-INF';
}
