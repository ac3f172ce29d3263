import type { Claim } from '../../model/claim.ts';
import { decodeAnyNode, decodeClaim, decodeEntity } from '../../model/decode.ts';
import type { Entity } from '../../model/entity.ts';
import { claimId } from '../../model/ids.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import type { Row, StoreValue } from '../../store/values.ts';
import type { Context } from './context.ts';
import type { GraphForm } from './graph-form.ts';
import { mapOf, relationshipOf } from './row-values.ts';

/** The columns that `claimOf` reads, for statements that give claims `c` from `s` to `t`. */
export const claimColumns = (g: GraphForm): string =>
  `${g.id('s')} AS source, ${g.id('t')} AS target, c AS claim, ${g.claimId('c')} AS claimId`;

/** The columns of which `decodeArticle` makes an article, for statements that give articles `a`. */
export const articleColumns = `a.id AS id, a.title AS title, a.publisher AS publisher, a.outlet AS outlet, a.url AS url,
    a.publishedAt AS publishedAt, a.basedOn AS basedOn`;

/** An entity from what a form of graph makes of a node, or null where it is none of this graph. */
export function entityOf(
  value: StoreValue | undefined,
  { graph, vocabulary }: Pick<Context, 'graph' | 'vocabulary'>,
): Entity | null {
  if (graph.form === 'claims') {
    const [labels, id, name, aliases, anonymous] = Array.isArray(value)
      ? (value as readonly StoreValue[])
      : [];
    return decodeEntity(
      { labels: textsOf(labels), properties: { id, name, aliases, anonymous } },
      vocabulary,
    );
  }
  const map = mapOf(value);
  if (map === null) return null;
  const labels = textsOf(map['labels']);
  const elementId = textOf(map['elementId']);
  return elementId === null
    ? null
    : decodeAnyNode({ elementId, labels, properties: map, caption: map['caption'] }, vocabulary);
}

/** A claim from a row with `claimColumns`, or null where an end has no id. */
export function claimOf(row: Row): Claim | null {
  const relationship = relationshipOf(row['claim']);
  if (relationship === null) return null;
  const { source, target } = row;
  const { type, properties } = relationship;
  const claim = decodeClaim({ source, type, target, properties });
  const id = textOf(row['claimId']);
  return claim === null || id === null ? claim : { ...claim, id: claimId(id) };
}
