import { groupBy } from '../../lib/group-by.ts';
import type { Entity } from '../../model/entity.ts';
import { relationId } from '../../model/ids.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import { bounded } from '../base/bounded.ts';
import type { Capability } from '../base/capability.ts';
import { type ClaimFilter, filterParameters, needsWeighing } from '../base/claim-filter.ts';
import {
  type ConnectionSource,
  connectionWith,
  listSource,
  type Page,
  type PageArguments,
  pageOf,
  type Placed,
} from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { entityById } from '../base/loads.ts';
import { passingClaims, tooManyToWeigh, weighedRelations } from '../base/relation-list.ts';
import { storedSource } from '../base/stored-list.ts';
import { schema } from './schema.ts';
import { commonNeighborList, commonNeighborTotal } from './statements.ts';

interface CommonArguments extends PageArguments {
  readonly of: readonly string[];
  readonly filter?: ClaimFilter | null;
}

/** An entity, by id and then at hand, with the ids of its relations to all that were named. */
interface Common<E> {
  readonly entity: E;
  readonly relations: readonly string[];
}

interface Asked {
  readonly of: readonly string[];
  readonly filter: ClaimFilter | null | undefined;
}

export const commonNeighbors: Capability = {
  schema,
  statements: [commonNeighborList, commonNeighborTotal],
  resolvers: {
    Query: {
      commonNeighbors: (_: unknown, asked: CommonArguments, context: Context) => {
        const page = pageOf(asked, { of: 'common neighbors', max: limits.rootPage });
        const of = [...new Set(asked.of)];
        const remedy = 'Take those that matter most.';
        bounded({ limit: 'of', value: of.length, min: 2, max: limits.commonEnds, remedy });
        const { filter } = asked;
        const source = needsWeighing(filter)
          ? weighedSource(context, { of, filter }, page)
          : stored(context, { of, filter }, page);
        return connectionWith(withEntities(context, source), {
          node: ({ entity }) => entity,
          edge: ({ relations }) => ({ relations, relationCount: relations.length }),
        });
      },
    },
  },
};

function withEntities(
  context: Context,
  source: ConnectionSource<Common<string>>,
): ConnectionSource<Common<Entity>> {
  return {
    ...source,
    fetch: async () => {
      const found = await source.fetch();
      const entities = await Promise.all(found.map(({ item }) => entityById(context, item.entity)));
      return found.flatMap((one, index) => {
        const entity = entities[index];
        return entity ? [{ ...one, item: { ...one.item, entity } }] : [];
      });
    },
  };
}

function stored(context: Context, { of, filter }: Asked, page: Page): ConnectionSource<Common<string>> {
  return storedSource(context, {
    page,
    parent: '',
    list: commonNeighborList,
    count: commonNeighborTotal,
    parameters: async () => ({ of, ...(await filterParameters(context, filter)) }),
    variant: JSON.stringify([of, filter ?? null]),
    item: (row) => {
      const entity = textOf(row['id']);
      return entity === null ? null : { entity, relations: textsOf(row['relations']).toSorted() };
    },
  });
}

/** A filter by standing or origins takes the relations of each, weighed. Throws LIMIT_EXCEEDED for a longer list. */
function weighedSource(
  context: Context,
  { of, filter }: Asked,
  page: Page,
): ConnectionSource<Common<string>> {
  return listSource(page, async () => {
    const lists = await Promise.all(
      of.map(async (entity) => {
        const relations = await weighedRelations(context, { entity, direction: 'BOTH', filter });
        if (relations === null) throw tooManyToWeigh();
        return relations.map((relation) => ({ relation, entity }));
      }),
    );
    const passing = await passingClaims(context, filter);
    const groups = groupBy(lists.flat(), ({ relation: { key }, entity }) =>
      key.source === entity ? key.target : key.source,
    );
    return Array.from(groups).flatMap(([id, own]): Placed<Common<string>>[] => {
      if (of.includes(id) || new Set(own.map(({ entity }) => entity)).size < of.length) return [];
      const claims = passing(own.map(({ relation }) => relation));
      const relations = own.map(({ relation }) => relationId(relation.key)).toSorted();
      return [{ item: { entity: id, relations }, n: -claims, k: id }];
    });
  });
}
