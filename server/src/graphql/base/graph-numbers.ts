import { parseRelationId } from '../../model/ids.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Context } from './context.ts';
import { graphStatement } from './graph-form.ts';
import { numberOf } from './row-values.ts';

/** Entities and relations by the numbers that the store gave the nodes. They never leave the server. */
export interface GraphNumbers {
  readonly nodes: readonly number[];
  readonly relations: readonly {
    readonly source: number;
    readonly type: string;
    readonly target: number;
  }[];
}

export const numbersOfEntities = graphStatement<{ ids: readonly string[] }>({
  name: 'base.numbers-of-entities',
  cypher: (g) => `UNWIND $ids AS id
${g.find('n', 'id')}
RETURN id, id(n) AS nodeNumber ORDER BY id`,
  example: { ids: ['cia', 'venezuela'] },
});

/** The numbers for ids of entities, and of relations between them; what is not there any more is left out. */
export async function graphNumbers(
  context: Context,
  entities: readonly string[],
  relations: readonly string[],
): Promise<GraphNumbers> {
  const rows = await context.read(numbersOfEntities, { ids: entities });
  const byId = new Map(rows.map((row) => [textOf(row['id']) ?? '', numberOf(row['nodeNumber'])]));
  return {
    nodes: [...byId.values()],
    relations: relations.flatMap((id) => {
      const key = parseRelationId(id);
      const source = byId.get(key?.source ?? '');
      const target = byId.get(key?.target ?? '');
      return key === null || source === undefined || target === undefined
        ? []
        : [{ source, type: key.type, target }];
    }),
  };
}
