import { decodeArticle } from '../../model/decode.ts';
import type { Entity } from '../../model/entity.ts';
import type { Relation } from '../../model/relation.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Capability } from '../base/capability.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import { storedClaims } from '../base/claim-list.ts';
import { connection, connectionWith, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { storedPropertiesOf } from '../base/entity-properties.ts';
import { limits } from '../base/limits.ts';
import { entityById, relationsOf } from '../base/loads.ts';
import { nodeTypeOf } from '../base/node-type.ts';
import { publicationParameters } from '../base/publication-dates.ts';
import { countRelations, type Direction, type RelationOrder, relationSource } from '../base/relation-list.ts';
import { storedSource } from '../base/stored-list.ts';
import { countNeighbors, neighborSource, otherEnd } from './neighbors.ts';
import { schema } from './schema.ts';
import {
  mentioningArticles,
  mentioningTotals,
  neighborCounts,
  neighbors,
  neighborTotals,
} from './statements.ts';

interface Filtered {
  readonly filter?: ClaimFilter | null;
}

interface RelationArguments extends PageArguments, Filtered {
  readonly direction?: Direction | null;
  readonly orderBy?: RelationOrder | null;
}

const max = limits.nestedPage;
/** Read together, since whoever asks for one mostly asks for the other. */
const ownTexts = ['description', 'wikidata'];
const scopeOf = ({ id }: Entity, { filter, direction }: RelationArguments) => ({
  entity: id,
  direction: direction ?? 'BOTH',
  filter,
});

export const entity: Capability = {
  schema,
  statements: [neighborCounts, neighbors, neighborTotals, mentioningArticles, mentioningTotals],
  resolvers: {
    Query: {
      entity: (_: unknown, { id }: { readonly id: string }, context: Context) => entityById(context, id),
    },
    NeighborEdge: {
      relations: ({ relations }: { readonly relations: readonly string[] }, _: unknown, context: Context) =>
        relationsOf(context, relations),
    },
    Entity: {
      __resolveType: nodeTypeOf,
      description: async ({ id }: Entity, _: unknown, context: Context) =>
        textOf((await storedPropertiesOf(context, id, ownTexts))['description']),
      wikidata: async ({ id }: Entity, _: unknown, context: Context) =>
        textOf((await storedPropertiesOf(context, id, ownTexts))['wikidata']),
      properties: (
        { id }: Entity,
        { keys }: { readonly keys?: readonly string[] | null },
        context: Context,
      ) => storedPropertiesOf(context, id, keys ?? null),
      degree: ({ id }: Entity, { filter }: Filtered, context: Context) =>
        countRelations(context, { entity: id, direction: 'BOTH', filter }),
      neighborCounts: ({ id }: Entity, { filter }: Filtered, context: Context) =>
        countNeighbors(context, { entity: id, direction: 'BOTH', filter }),
      neighbors: (parent: Entity, asked: RelationArguments, context: Context) => {
        const page = pageOf(asked, { of: `neighbors of ${parent.id}`, max });
        const source = neighborSource(context, scopeOf(parent, asked), {
          page,
          order: asked.orderBy ?? 'ORIGINS',
        });
        return connectionWith(source, {
          node: (neighbor) => neighbor.entity,
          edge: ({ relations }) => ({ relations, relationCount: relations.length }),
        });
      },
      relations: (parent: Entity, asked: RelationArguments, context: Context) => {
        const page = pageOf(asked, { of: `relations of ${parent.id}`, max });
        const source = relationSource(context, scopeOf(parent, asked), {
          page,
          order: asked.orderBy ?? 'ORIGINS',
        });
        return connectionWith(source, {
          node: (relation) => relation,
          edge: ({ key }: Relation) => ({ neighbor: () => entityById(context, otherEnd(key, parent.id)) }),
        });
      },
      claimsMade: ({ id }: Entity, asked: PageArguments & Filtered, context: Context) => {
        const page = pageOf(asked, { of: `claims made by ${id}`, max });
        return connection(storedClaims(context, id, { page, filter: asked.filter ?? null }));
      },
      mentionedIn: ({ id }: Entity, asked: PageArguments, context: Context) => {
        const page = pageOf(asked, { of: `articles that mention ${id}`, max });
        return connection(
          storedSource(context, {
            page,
            parent: id,
            list: mentioningArticles,
            count: mentioningTotals,
            parameters: () => publicationParameters(context, true),
            variant: '',
            item: decodeArticle,
          }),
        );
      },
    },
  },
};
