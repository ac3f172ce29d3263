import { decodeArticle, type ArticleHead } from '../../model/decode.ts';
import { retoldBy } from '../../model/origin.ts';
import type { Capability } from '../base/capability.ts';
import { textPatternOf } from '../base/claim-filter.ts';
import { type ClaimListArguments, claimsAtHand } from '../base/claim-list.ts';
import { connection, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { articleById, articleText, chainOf, claimsOfArticle } from '../base/loads.ts';
import { entityOf } from '../base/model-rows.ts';
import { publicationParameters } from '../base/publication-dates.ts';
import { entityFacets } from '../base/stored-facets.ts';
import { storedSource } from '../base/stored-list.ts';
import { schema } from './schema.ts';
import {
  articleList,
  articleTotal,
  mentionedElsewhere,
  mentionedEntities,
  mentionedLabels,
  mentionedTotal,
} from './statements.ts';

interface ArticleArguments extends PageArguments {
  readonly text?: string | null;
}

interface MentionArguments extends PageArguments {
  readonly types?: readonly string[] | null;
}

export const article: Capability = {
  schema,
  statements: [
    articleList,
    articleTotal,
    mentionedEntities,
    mentionedTotal,
    mentionedLabels,
    mentionedElsewhere,
  ],
  resolvers: {
    Query: {
      article: (_: unknown, { id }: { readonly id: string }, context: Context) => articleById(context, id),
      articles: (_: unknown, asked: ArticleArguments, context: Context) => {
        const page = pageOf(asked, { of: 'articles', max: limits.rootPage });
        const textPattern = textPatternOf(asked.text);
        return connection(
          storedSource(context, {
            page,
            parent: '',
            list: articleList,
            count: articleTotal,
            parameters: async () => ({ textPattern, ...(await publicationParameters(context, true)) }),
            variant: textPattern ?? '',
            item: decodeArticle,
          }),
        );
      },
    },
    Article: {
      basedOn: ({ basedOn }: ArticleHead, _: unknown, context: Context) =>
        basedOn && articleById(context, basedOn),
      origin: async (one: ArticleHead, _: unknown, context: Context) => {
        const chain = await chainOf(context, [one.id]);
        const known = retoldBy(one.id, { article: (id) => chain.get(id) }).filter((id) => chain.has(id));
        return chain.get(known.at(-1) ?? one.id) ?? one;
      },
      text: ({ id }: ArticleHead, _: unknown, context: Context) => articleText(context, id),
      claims: ({ id }: ArticleHead, asked: PageArguments & ClaimListArguments, context: Context) => {
        const page = pageOf(asked, { of: `claims of ${id}`, max: limits.nestedPage });
        const own = () => claimsOfArticle(context, id);
        const orderBy = asked.orderBy ?? 'ARTICLE_POSITION';
        return connection(claimsAtHand(context, own, { page, filter: asked.filter ?? null, orderBy }));
      },
      mentions: ({ id }: ArticleHead, asked: MentionArguments, context: Context) => {
        const page = pageOf(asked, { of: `mentions of ${id}`, max: limits.nestedPage });
        const types = asked.types ?? null;
        const list = {
          parent: id,
          parameters: () => Promise.resolve({ types }),
          variant: JSON.stringify(types),
        };
        return connection({
          ...storedSource(context, {
            ...list,
            page,
            list: mentionedEntities,
            count: mentionedTotal,
            item: ({ entity }) => entityOf(entity, context),
          }),
          facets: entityFacets(context, { labels: mentionedLabels, articles: mentionedElsewhere }, list),
        });
      },
    },
  },
};
