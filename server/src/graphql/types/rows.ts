import { typeOf } from '../../model/decode.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import type { EntityType, RelationType, Vocabulary } from '../../model/vocabulary.ts';
import type { Row } from '../../store/values.ts';
import { compareText } from '../base/cursor.ts';
import { numberOf } from '../base/row-values.ts';

export type CountedEntityType = EntityType & { readonly count: number };

export interface TypePair {
  readonly sourceType: string;
  readonly targetType: string;
  readonly count: number;
}

export type CountedRelationType = RelationType & {
  readonly count: number;
  readonly ends: readonly TypePair[];
};

/** All types of the vocabulary in its order, used or not, then those that only the graph knows, by name. */
export function entityTypesOf(rows: readonly Row[], vocabulary: Vocabulary): readonly CountedEntityType[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const type = typeOf(textsOf(row['labels']).toSorted(), vocabulary);
    counts.set(type, (counts.get(type) ?? 0) + numberOf(row['count']));
  }
  return allNames(vocabulary.entityTypes, counts).map((name) => ({
    ...vocabulary.entityType(name),
    count: counts.get(name) ?? 0,
  }));
}

/** The same for relation types, with the types of their ends, most frequent first. */
export function relationTypesOf(
  rows: readonly Row[],
  vocabulary: Vocabulary,
): readonly CountedRelationType[] {
  const pairs = new Map<string, Map<string, TypePair>>();
  for (const row of rows) {
    const type = textOf(row['type']) ?? '';
    const own = pairs.get(type) ?? new Map<string, TypePair>();
    pairs.set(type, own);
    const sourceType = typeOf(textsOf(row['sourceLabels']).toSorted(), vocabulary);
    const targetType = typeOf(textsOf(row['targetLabels']).toSorted(), vocabulary);
    const key = `${sourceType}~${targetType}`;
    own.set(key, { sourceType, targetType, count: (own.get(key)?.count ?? 0) + numberOf(row['count']) });
  }
  return allNames(vocabulary.relationTypes, pairs).map((name) => {
    const ends = [...(pairs.get(name)?.entries() ?? [])]
      .toSorted(([key, one], [otherKey, other]) => other.count - one.count || compareText(key, otherKey))
      .map(([, pair]) => pair);
    return { ...vocabulary.relationType(name), ends, count: ends.reduce((sum, { count }) => sum + count, 0) };
  });
}

function allNames(
  described: readonly { readonly name: string }[],
  found: ReadonlyMap<string, unknown>,
): readonly string[] {
  const names = described.map(({ name }) => name);
  const others = [...found.keys()].filter((name) => !names.includes(name));
  return [...names, ...others.toSorted(compareText)];
}
