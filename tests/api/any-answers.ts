import type { Api, Data } from './ask.ts';

/** What nodes are called instead of by the ids that each database gave them. */
export type Names = ReadonlyMap<string, string>;

/** Reads the names of all entities of a graph that has at most 500. */
export async function namesOf(api: Api): Promise<Names> {
  const { entities } = await api.data(`{ entities(first: 500) { totalCount nodes { id name } } }`);
  if (entities.totalCount > 500) throw new Error('The graph is too large for this.');
  return new Map(entities.nodes.map((node: Data) => [node['id'], node['name']]));
}

/**
 * An answer without what differs between databases: ids that they gave, names made of these, what goes by
 * their order (of lists, and in which entities fall into communities), and the last digits of sums.
 */
export function comparable(data: Data, names: Names): unknown {
  const numbered = new Set(
    Array.from(names).flatMap(([id, name]) => (endsWithNumberOf(id, name) ? [name] : [])),
  );
  const isOrdered = Array.from(names.keys()).every((id) => !id.includes(':'));
  const plainText = (text: string): string => {
    if (numbered.has(text)) return text.replace(/\d+$/u, 'without a name');
    const id = /\b(?:\d:[\da-f-]{36}|[ne]):\d+/gu;
    return text.replaceAll(id, (found) => `<${plainText(names.get(found) ?? 'an id')}>`);
  };
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return isOrdered ? value.map(plain) : value.map(plain).toSorted(byText);
    if (typeof value === 'number') return Number(value.toPrecision(9));
    if (typeof value === 'string') return plainText(value);
    if (typeof value !== 'object' || value === null) return value;
    const told = Object.entries(value)
      .filter(([key]) => isOrdered || key !== 'community')
      .toSorted(byText);
    return Object.fromEntries(told.map(([key, inner]) => [key, plain(inner)]));
  };
  return plain(data);
}

function endsWithNumberOf(id: string, name: string): boolean {
  const number = /:(?<number>\d+)$/u.exec(id)?.groups?.['number'];
  return number !== undefined && name.endsWith(` ${number}`);
}

function byText(one: unknown, other: unknown): number {
  const text = JSON.stringify(one);
  const otherText = JSON.stringify(other);
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}
