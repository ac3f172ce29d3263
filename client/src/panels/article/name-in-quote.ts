import type { EntityRecord } from '../../api/graph.ts';

/** The name under which an entity stands in a quote, the longest first; its full name where it is not written there. */
export function nameInQuote(
  { name, aliases }: Pick<EntityRecord, 'name' | 'aliases'>,
  quote: string | null,
): string {
  const written = [name, ...aliases].filter((each) => quote?.includes(each));
  return written.toSorted((a, b) => b.length - a.length)[0] ?? name;
}
