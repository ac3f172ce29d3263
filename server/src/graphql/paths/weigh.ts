import { type Support, supportOf } from '../../model/evidence-ladder.ts';
import { relationId } from '../../model/ids.ts';
import { type Relation, standingOnes } from '../../model/relation.ts';
import { claimPasses, relationPasses } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { compareText } from '../base/cursor.ts';
import { disputesOf, relationsOf } from '../base/loads.ts';
import type { PathQuery } from './path-query.ts';
import type { MetRelation } from './step-reader.ts';

/** A relation that may carry a hop, with the support that the claims which pass the filter give it. */
export interface Weighed {
  readonly met: MetRelation;
  readonly relation: Relation;
  readonly support: Support;
}

/** Weighs relations, and leaves out those that the filter does not let pass. */
export async function weigh(
  context: Context,
  { filter, without }: PathQuery,
  met: readonly MetRelation[],
): Promise<readonly Weighed[]> {
  if (met.length === 0) return [];
  const byId = new Map(met.map((one) => [one.id, one]));
  const [relations, disputes, claimIn] = await Promise.all([
    relationsOf(context, [...byId.keys()]),
    disputesOf(context),
    claimPasses(context, filter),
  ]);
  const relationIn = relationPasses(filter);
  const weighed = relations.flatMap((relation): Weighed[] => {
    const own = byId.get(relationId(relation.key));
    if (!own || !relationIn(relation)) return [];
    const supporting = standingOnes(relation.claims, disputes).filter(
      ({ claim }) => claimIn(claim) && !without.some((status) => status === claim.status),
    );
    // Where statuses were named, what carries the hop may be a denial or a retraction, which support nothing.
    if (without.length > 0 && supporting.length === 0) return [];
    return [{ met: own, relation, support: supportOf(supporting, relation.standing) }];
  });
  return weighed.toSorted(compareWeighed);
}

/** Strongest first, so that of several between the same two the first carries the hop. */
function compareWeighed(one: Weighed, other: Weighed): number {
  return (
    other.support.rung - one.support.rung ||
    other.support.origins - one.support.origins ||
    other.relation.claimCount - one.relation.claimCount ||
    compareText(one.met.id, other.met.id)
  );
}
