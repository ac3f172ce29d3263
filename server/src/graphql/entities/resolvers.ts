import type { Capability } from '../base/capability.ts';
import { filterParameters } from '../base/claim-filter.ts';
import { connection, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { entityOf } from '../base/model-rows.ts';
import { publicationParameters } from '../base/publication-dates.ts';
import { entityFacets } from '../base/stored-facets.ts';
import { storedSource } from '../base/stored-list.ts';
import { askedParameters, type EntityFilter, type EntityOrder, needsClaims } from './filter.ts';
import { schema } from './schema.ts';
import {
  entityArticles,
  entityLabels,
  entityList,
  entityTotal,
  measuredArticles,
  measuredLabels,
  measuredList,
  measuredTotal,
} from './statements.ts';

interface EntityArguments extends PageArguments {
  readonly filter?: EntityFilter | null;
  readonly orderBy?: EntityOrder | null;
}

const plain = { list: entityList, count: entityTotal, labels: entityLabels, articles: entityArticles };
const measured = {
  list: measuredList,
  count: measuredTotal,
  labels: measuredLabels,
  articles: measuredArticles,
};

export const entities: Capability = {
  schema,
  statements: [...Object.values(plain), ...Object.values(measured)],
  resolvers: {
    Query: {
      entities: (_: unknown, asked: EntityArguments, context: Context) => {
        const { filter } = asked;
        const order = asked.orderBy ?? 'NAME';
        const page = pageOf(asked, { of: 'entities', max: limits.rootPage });
        const needs = needsClaims(filter, order);
        const { list, count, labels, articles } = needs ? measured : plain;
        const own = {
          parent: '',
          variant: JSON.stringify([filter ?? null, order]),
          parameters: async () => ({
            ...(await askedParameters(context, filter, order)),
            ...(needs ? await filterParameters(context, filter?.claims) : {}),
            ...(needs ? await publicationParameters(context, false) : {}),
          }),
        };
        return connection({
          ...storedSource(context, {
            ...own,
            page,
            list,
            count,
            item: ({ entity }) => entityOf(entity, context),
          }),
          facets: entityFacets(context, { labels, articles }, own),
        });
      },
    },
  },
};
