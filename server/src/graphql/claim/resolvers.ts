import { contextAround, type TextSpan } from '../../lib/quote-places.ts';
import type { Claim } from '../../model/claim.ts';
import { relationId } from '../../model/ids.ts';
import { originOf } from '../../model/origin.ts';
import type { Capability } from '../base/capability.ts';
import { type ClaimListArguments, storedClaims } from '../base/claim-list.ts';
import { connection, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded, requestError } from '../base/errors.ts';
import { limits } from '../base/limits.ts';
import {
  articleById,
  claimById,
  disputesOf,
  entitiesOf,
  provenanceOf,
  readText,
  relationById,
} from '../base/loads.ts';
import { pickProperties } from '../base/pick-properties.ts';
import { schema } from './schema.ts';

export const claim: Capability = {
  schema,
  statements: [],
  resolvers: {
    Query: {
      claims: (_: unknown, asked: PageArguments & ClaimListArguments, context: Context) => {
        const page = pageOf(asked, { of: 'claims', max: limits.rootPage });
        return connection(
          storedClaims(context, null, { page, filter: asked.filter ?? null, orderBy: asked.orderBy ?? null }),
        );
      },
    },
    Claim: {
      relation: ({ key }: Claim, _: unknown, context: Context) => relationById(context, relationId(key)),
      article: ({ article }: Claim, _: unknown, context: Context) => article && articleById(context, article),
      quoteAt: async (one: Claim, _: unknown, context: Context) => (await placesOf(one, context)).places[0],
      quotePlaces: async (one: Claim, _: unknown, context: Context) => (await placesOf(one, context)).places,
      context: async (
        one: Claim,
        { characters }: { readonly characters?: number | null },
        context: Context,
      ) => {
        const wide = widthOf(characters ?? 200);
        const { text, places } = await placesOf(one, context);
        const [place] = places;
        return text === undefined || place === undefined ? null : contextAround(text, place, wide);
      },
      attributedTo: ({ attributedTo }: Claim, _: unknown, context: Context) =>
        entitiesOf(context, attributedTo),
      originId: async (one: Claim, _: unknown, context: Context) =>
        originOf(one, await provenanceOf(context, [one])),
      disputes: ({ disputes }: Claim, _: unknown, context: Context) => claimsOf(disputes, context),
      disputedBy: async ({ id }: Claim, _: unknown, context: Context) =>
        claimsOf((await disputesOf(context)).disputing(id), context),
      validFrom: ({ date, from }: Claim) => date ?? from,
      validTo: ({ date, to }: Claim) => date ?? to,
      publishedAt: async ({ article }: Claim, _: unknown, context: Context) =>
        article && (await articleById(context, article))?.publishedAt,
      properties: ({ properties }: Claim, { keys }: { readonly keys?: readonly string[] | null }) =>
        pickProperties(properties, keys),
    },
  },
};

interface QuoteInText {
  readonly text: string | undefined;
  readonly places: readonly TextSpan[];
}

/** All places of the quote; the one that its prefix means, or else the first, goes before the others. */
async function placesOf({ article, quote, prefix }: Claim, context: Context): Promise<QuoteInText> {
  const read = article === null ? undefined : await readText(context, article);
  if (!read || quote === null) return { text: read?.text, places: [] };
  const meant = read.find(quote, prefix);
  const others = read.find(quote).filter(({ start }) => meant.every((place) => place.start !== start));
  return { text: read.text, places: [...meant, ...others] };
}

async function claimsOf(ids: readonly string[], context: Context): Promise<readonly Claim[]> {
  const found = await Promise.all(ids.map((id) => claimById(context, id)));
  return found.flatMap((one) => one ?? []);
}

function widthOf(characters: number): number {
  if (characters < 0) throw requestError('BAD_USER_INPUT', `characters is ${characters}. Give 0 or more.`);
  if (characters <= limits.contextCharacters) return characters;
  throw limitExceeded({
    limit: 'characters',
    value: characters,
    max: limits.contextCharacters,
    remedy: 'Ask for article.text to read more.',
  });
}
