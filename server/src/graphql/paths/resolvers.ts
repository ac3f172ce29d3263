import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { requestError } from '../base/errors.ts';
import { entityById } from '../base/loads.ts';
import { type CarriedHop, type CarriedPath, findPaths } from './find-paths.ts';
import { type PathArguments, pathQueryOf } from './path-query.ts';
import { schema } from './schema.ts';
import { stepCounts, stepsFrom } from './statements.ts';

export const paths: Capability = {
  schema,
  statements: [stepCounts, stepsFrom],
  resolvers: {
    Query: {
      paths: async (_: unknown, asked: PathArguments, context: Context) => {
        const query = pathQueryOf(asked);
        await refuseUnknown(context, query.ends);
        const answer = await findPaths(context, query);
        return { ...answer, paths: answer.paths.map((path, index) => ({ ...path, rank: index + 1 })) };
      },
    },
    Path: {
      length: ({ hops }: CarriedPath) => hops.length,
      standing: ({ hops }: CarriedPath) => weakestOf(hops)?.best.relation.standing,
      support: ({ support }: CarriedPath) => support.rung,
    },
    Hop: {
      from: ({ from }: CarriedHop, _: unknown, context: Context) => entityById(context, from),
      to: ({ to }: CarriedHop, _: unknown, context: Context) => entityById(context, to),
      relation: ({ best }: CarriedHop) => best.relation,
      forward: ({ from, best }: CarriedHop) => best.relation.key.source === from,
      support: ({ best }: CarriedHop) => best.support.rung,
      others: ({ others }: CarriedHop) => others.map(({ relation }) => relation),
    },
  },
};

/** A path that cannot be since an id is misspelt would look like one that is not there. */
async function refuseUnknown(context: Context, ends: readonly string[]): Promise<void> {
  const found = await Promise.all(ends.map((id) => entityById(context, id)));
  const unknown = ends.filter((_, index) => found[index] === undefined);
  if (unknown.length === 0) return;
  throw requestError(
    'BAD_USER_INPUT',
    `No entity has the id ${unknown.map((id) => JSON.stringify(id)).join(' or ')}. Search for its name, and give the id of the hit.`,
    { unknown },
  );
}

/** The first of those with the least support. */
function weakestOf(hops: readonly CarriedHop[]): CarriedHop | undefined {
  return hops.toSorted(
    ({ best: one }, { best: other }) =>
      one.support.rung - other.support.rung || one.support.origins - other.support.origins,
  )[0];
}
