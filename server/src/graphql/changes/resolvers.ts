import { graphId } from '../../loader/graph-id.ts';
import type { LoadRecord } from '../../loader/history.ts';
import type { BackedRelation, Contradiction } from '../../loader/report.ts';
import type { Capability } from '../base/capability.ts';
import { connection, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { articleById, claimById, relationById } from '../base/loads.ts';
import { changeSource } from './change-list.ts';
import { changesBehind } from './change-stream.ts';
import { schema } from './schema.ts';

interface ChangesArguments extends PageArguments {
  readonly since?: number | null;
}

export const changes: Capability = {
  schema,
  // It reads the loader's history with the loader's own.
  statements: [],
  resolvers: {
    ChangeAction: { LOAD: 'load', UNLOAD: 'unload' },
    ContradictionKind: { DISPUTED: 'disputed', DENIED: 'denied', POSSIBLE: 'possible' },
    Query: {
      graphId: (_: unknown, __: unknown, context: Context) => context.ask((store) => store.read(graphId)),
      changes: (_: unknown, asked: ChangesArguments, context: Context) => {
        const page = pageOf(asked, { of: 'changes', max: limits.rootPage });
        return connection(changeSource(context, page, asked.since ?? 0));
      },
    },
    Subscription: {
      graphChanged: {
        subscribe: (_: unknown, { since }: { readonly since?: number | null }, context: Context) =>
          changesBehind(context, since ?? null),
        resolve: (change: LoadRecord) => change,
      },
    },
    Change: {
      articleId: ({ article }: LoadRecord) => article,
      article: ({ article }: LoadRecord, _: unknown, context: Context) =>
        article && articleById(context, article),
      added: ({ counts }: LoadRecord) => counts.claimsCreated,
      changed: ({ counts }: LoadRecord) => counts.claimsChanged,
      removed: ({ counts }: LoadRecord) => counts.claimsRemoved,
      addedClaims: ({ change }: LoadRecord) => change.claims.created,
      changedClaims: ({ change }: LoadRecord) => change.claims.changed,
      removedClaims: ({ change }: LoadRecord) => change.claims.removed,
      addedEntities: ({ change }: LoadRecord) => change.entitiesCreated,
      changedEntities: ({ change }: LoadRecord) => change.entitiesChanged,
      leftEntities: ({ change }: LoadRecord) => change.entitiesLeft,
      addedEntityCount: ({ counts }: LoadRecord) => counts.entitiesCreated,
      backedCount: ({ counts }: LoadRecord) => counts.backed,
      backed: ({ change }: LoadRecord) => change.backed,
      contradictedCount: ({ counts }: LoadRecord) => counts.contradicted,
      contradicted: ({ change }: LoadRecord) => change.contradicted,
    },
    BackedRelation: {
      id: ({ relation }: BackedRelation) => relation.id,
      relation: ({ relation }: BackedRelation, _: unknown, context: Context) =>
        relationById(context, relation.id),
      claimIds: ({ claims }: BackedRelation) => claims,
    },
    Contradiction: {
      claimId: ({ claim }: Contradiction) => claim,
      againstId: ({ against }: Contradiction) => against,
      relationId: ({ relation }: Contradiction) => relation.id,
      againstRelationId: ({ againstRelation }: Contradiction) => againstRelation.id,
      claim: ({ claim }: Contradiction, _: unknown, context: Context) => claimById(context, claim),
      against: ({ against }: Contradiction, _: unknown, context: Context) => claimById(context, against),
    },
  },
};
