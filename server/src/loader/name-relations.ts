import { textOf } from '../model/stored-values.ts';
import type { Transaction } from '../store/store.ts';
import { readNodes } from './article-graph.ts';
import type { RelationChanges } from './relation-changes.ts';
import type { NamedRelation } from './report.ts';

type Told = Pick<RelationChanges, 'backed' | 'contradicted'>;

/** The same with the names of what relations join, as readers know them, in place of ids. Throws StoreError. */
export async function nameRelations(transaction: Transaction, { backed, contradicted }: Told): Promise<Told> {
  const relations = [
    ...backed.map(({ relation }) => relation),
    ...contradicted.flatMap(({ relation, againstRelation }) => [relation, againstRelation]),
  ];
  const ids = Array.from(new Set(relations.flatMap(({ source, target }) => [source, target])));
  if (ids.length === 0) return { backed, contradicted };
  const nodes = await readNodes(transaction, ids);
  const nameOf = (id: string): string => textOf(nodes.get(id)?.properties['name']) ?? id;
  const named = (relation: NamedRelation): NamedRelation => ({
    ...relation,
    source: nameOf(relation.source),
    target: nameOf(relation.target),
  });
  return {
    backed: backed.map((one) => ({ ...one, relation: named(one.relation) })),
    contradicted: contradicted.map((one) => ({
      ...one,
      relation: named(one.relation),
      againstRelation: named(one.againstRelation),
    })),
  };
}
