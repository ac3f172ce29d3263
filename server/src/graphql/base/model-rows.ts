import type { Claim } from '../../model/claim.ts';
import { decodeClaim, decodeEntity } from '../../model/decode.ts';
import type { Entity } from '../../model/entity.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Row, StoreValue } from '../../store/values.ts';
import type { GraphForm } from './graph-form.ts';
import { nodeOf, relationshipOf } from './row-values.ts';

/** The columns that `claimOf` reads, for statements that give claims `c` from `s` to `t`. */
export const claimColumns = (g: GraphForm): string =>
  `${g.id('s')} AS source, ${g.id('t')} AS target, c AS claim, ${g.claimId('c')} AS claimId`;

/** The columns of which `decodeArticle` makes an article, for statements that give articles `a`. */
export const articleColumns = `a.id AS id, a.title AS title, a.publisher AS publisher, a.outlet AS outlet, a.url AS url,
    a.publishedAt AS publishedAt, a.basedOn AS basedOn`;

/** An entity from a node, or null where it has no id. */
export function entityOf(value: StoreValue | undefined, vocabulary: Vocabulary): Entity | null {
  const node = nodeOf(value);
  return node === null ? null : decodeEntity(node, vocabulary);
}

/** A claim from a row with `claimColumns`, or null where an end has no id. */
export function claimOf(row: Row): Claim | null {
  const relationship = relationshipOf(row['claim']);
  if (relationship === null) return null;
  const { source, target } = row;
  const { type, properties } = relationship;
  return decodeClaim({ source, type, target, properties });
}
