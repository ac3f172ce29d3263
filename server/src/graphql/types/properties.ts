import { groupBy } from '../../lib/group-by.ts';
import { typeOf } from '../../model/decode.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import type { Context } from '../base/context.ts';
import { compareText } from '../base/cursor.ts';
import { storedPropertiesOf } from '../base/entity-properties.ts';
import { keptUntilChange } from '../base/graph-state.ts';
import { limits } from '../base/limits.ts';
import { claimById } from '../base/loads.ts';
import { numberOf } from '../base/row-values.ts';
import { claimKeys, entityKeys } from './statements.ts';

/** A property that items of a type have. */
export interface PropertyInfo {
  readonly key: string;
  readonly valueTypes: readonly string[];
  readonly count: number;
  readonly sampled: boolean;
}

/** By type. */
export type TypeProperties = ReadonlyMap<string, readonly PropertyInfo[]>;

/** Items that have the same type and keys, with what is stored of two of them. */
interface KeySet {
  readonly type: string;
  readonly keys: readonly string[];
  readonly count: number;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const sampling = { sample: limits.sampledItems, limit: limits.keySets };

/** The properties of entities. */
export function entityProperties(context: Context): Promise<TypeProperties> {
  return kept(context, 'entity properties', async () => {
    const rows = await context.read(entityKeys, sampling);
    const ids = examplesIn(rows);
    const stored = await Promise.all(ids.map((id) => storedPropertiesOf(context, id, null)));
    const entities = new Map(stored.map((properties, place) => [ids[place] ?? '', properties]));
    return propertiesOf(
      rows.map((row) => ({
        ...keySetOf(row, entities),
        type: typeOf(textsOf(row['labels']).toSorted(), context.vocabulary),
      })),
    );
  });
}

/** The properties of claims. */
export function claimProperties(context: Context): Promise<TypeProperties> {
  return kept(context, 'claim properties', async () => {
    const rows = await context.read(claimKeys, sampling);
    const claims = await Promise.all(examplesIn(rows).map((id) => claimById(context, id)));
    const found = claims.flatMap((claim) => (claim ? [[claim.id as string, claim.properties] as const] : []));
    const byId = new Map(found);
    return propertiesOf(rows.map((row) => ({ ...keySetOf(row, byId), type: textOf(row['type']) ?? '' })));
  });
}

function kept(context: Context, name: string, work: () => Promise<TypeProperties>): Promise<TypeProperties> {
  return context.once(name, () => keptUntilChange(context, name, work));
}

function examplesIn(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap(({ first, last }) => [textOf(first) ?? [], textOf(last) ?? []].flat()))];
}

function keySetOf(row: Row, stored: ReadonlyMap<string, KeySet['examples'][number]>): Omit<KeySet, 'type'> {
  return {
    keys: textsOf(row['keys']),
    count: numberOf(row['count']),
    examples: examplesIn([row]).flatMap((id) => {
      const example = stored.get(id);
      return example === undefined ? [] : [example];
    }),
  };
}

function propertiesOf(sets: readonly KeySet[]): TypeProperties {
  const seen = sets.reduce((sum, { count }) => sum + count, 0);
  const sampled = seen >= limits.sampledItems || sets.length >= limits.keySets;
  return new Map(
    Array.from(
      groupBy(sets, ({ type }) => type),
      ([type, own]) => [type, infosOf(own, sampled)],
    ),
  );
}

function infosOf(sets: readonly KeySet[], sampled: boolean): readonly PropertyInfo[] {
  const keys = [...new Set(sets.flatMap((one) => one.keys))];
  return keys
    .map((key) => {
      const having = sets.filter((one) => one.keys.includes(key));
      const values = having.flatMap(({ examples }) => examples.map((example) => example[key]));
      return {
        key,
        valueTypes: [...new Set(values.flatMap((value) => valueTypeOf(value) ?? []))].toSorted(compareText),
        count: having.reduce((sum, { count }) => sum + count, 0),
        sampled,
      };
    })
    .toSorted((one, other) => other.count - one.count || compareText(one.key, other.key));
}

/** In GraphQL's words. Null for no value, and for a list of none. */
function valueTypeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'Int';
  if (typeof value === 'number') return 'Float';
  if (!Array.isArray(value)) return 'JSON';
  const types = [...new Set(value.flatMap((item: unknown) => valueTypeOf(item) ?? []))];
  return types.length === 0 ? null : `[${types.length === 1 ? types[0] : 'JSON'}]`;
}
