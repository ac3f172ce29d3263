import { decodeArticle, typeOf } from '../../model/decode.ts';
import { parseTextQuery, rankNames, type TextQuery } from '../../model/name-ranking.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Capability } from '../base/capability.ts';
import { connectionWith, listSource, type PageArguments, pageOf, type Placed } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded } from '../base/errors.ts';
import { entityTypeLabel, lowerWords, relationTypeLabel } from '../base/facet-labels.ts';
import { type FacetSources, tallyOf } from '../base/facets.ts';
import { limits } from '../base/limits.ts';
import { entityById } from '../base/loads.ts';
import { claimOf } from '../base/model-rows.ts';
import { countRelations } from '../base/relation-list.ts';
import { type Hit, passageOf, type Scope } from './hits.ts';
import { schema } from './schema.ts';
import { articlesThatContain, quotesThatContain } from './statements.ts';
import { patternsOf } from './wanted-words.ts';

interface SearchArguments extends PageArguments {
  readonly query: string;
  readonly in?: readonly Scope[] | null;
  readonly types?: readonly string[] | null;
}

/** What one scope found, and whether there may be more than it gives. */
interface Found {
  readonly hits: readonly Hit[];
  readonly complete: boolean;
}

export const search: Capability = {
  schema,
  statements: [quotesThatContain, articlesThatContain],
  resolvers: {
    Query: {
      search: (_: unknown, asked: SearchArguments, context: Context) => {
        const page = pageOf(asked, { of: 'search', max: limits.rootPage });
        // Begun by whatever part of the answer needs it first: what nobody waits for must not fail.
        const found = () => context.once(page.list, () => searchAll(asked, context));
        const hits = async () => (await found()).flatMap((one) => one.hits);
        const source = listSource(page, async () => (await hits()).map(placedHit));
        const count = async (): Promise<number | null> =>
          (await found()).every(({ complete }) => complete) ? source.count() : null;
        const facets = facetsOf(context, hits);
        return connectionWith(
          { ...source, count, facets },
          { node: (hit) => hit.node(), edge: (hit) => hit },
        );
      },
    },
  },
};

function facetsOf(context: Context, hits: () => Promise<readonly Hit[]>): FacetSources {
  const typeLabels = {
    ENTITIES: entityTypeLabel(context),
    QUOTES: relationTypeLabel(context),
    ARTICLES: (type: string) => type,
  };
  return {
    scope: { tally: async () => tallyOf(await hits(), ({ scope }) => [scope]), label: lowerWords },
    type: {
      tally: async () => tallyOf(await hits(), ({ type }) => [type]),
      label: async (value) =>
        typeLabels[(await hits()).find(({ type }) => type === value)?.scope ?? 'ARTICLES'](value),
    },
  };
}

async function searchAll(asked: SearchArguments, context: Context): Promise<readonly Found[]> {
  const { query } = asked;
  if (query.length > limits.queryLength) {
    const remedy = 'Search for a part of it.';
    throw limitExceeded({ limit: 'query', value: query.length, max: limits.queryLength, remedy });
  }
  const parsed = parseTextQuery(query);
  if (parsed.text === '') return [];
  const scopes = new Set<Scope>(asked.in ?? ['ENTITIES']);
  return Promise.all(Array.from(scopes, (scope) => searchIn(scope, { ...asked, parsed }, context)));
}

type Search = SearchArguments & { readonly parsed: TextQuery };

function searchIn(scope: Scope, asked: Search, context: Context): Promise<Found> {
  switch (scope) {
    case 'ENTITIES':
      return searchEntities(asked, context);
    case 'QUOTES':
      return searchQuotes(asked, context);
    case 'ARTICLES':
      return searchArticles(asked, context);
  }
}

async function searchEntities({ query, parsed, types }: Search, context: Context): Promise<Found> {
  const candidates = await context.ask((store) => store.searchText(parsed.text, limits.searchHits));
  const allowed = candidates.filter(({ labels }) => !types || labels.some((label) => types.includes(label)));
  const matching = rankNames(query, allowed);
  const degrees = new Map(
    await Promise.all(
      matching.map(async ({ candidate: { id } }) => {
        const degree = await countRelations(context, { entity: id, direction: 'BOTH', filter: null });
        return [id, degree ?? 0] as const;
      }),
    ),
  );
  const ranked = rankNames(query, allowed, ({ id }) => degrees.get(id) ?? 0);
  const hits = ranked.map(({ candidate, ...match }) => ({
    ...match,
    id: candidate.id,
    scope: 'ENTITIES' as const,
    type: typeOf(candidate.labels.toSorted(), context.vocabulary),
    node: () => entityById(context, candidate.id),
  }));
  return { hits, complete: candidates.length < limits.searchHits };
}

async function searchQuotes({ parsed, types }: Search, context: Context): Promise<Found> {
  const rows = await context.read(quotesThatContain, {
    ...patternsOf(parsed),
    types: types ?? null,
    limit: limits.searchHits,
  });
  const hits = rows.flatMap((row) => {
    const claim = claimOf(row);
    const passage = claim?.quote ? passageOf(parsed, claim.quote, { long: false }) : null;
    if (!claim || !passage) return [];
    const place = { scope: 'QUOTES', field: 'quote' } as const;
    return [{ ...passage, ...place, id: claim.id, type: claim.key.type, node: () => claim }];
  });
  return { hits, complete: rows.length < limits.searchHits };
}

async function searchArticles({ parsed }: Search, context: Context): Promise<Found> {
  const rows = await context.read(articlesThatContain, {
    ...patternsOf(parsed),
    limit: limits.searchArticles,
  });
  const hits = rows.flatMap((row) => {
    const article = decodeArticle(row);
    if (article === null) return [];
    const title = passageOf(parsed, article.title ?? '', { long: false });
    const passage = title ?? passageOf(parsed, textOf(row['text']) ?? '', { long: true });
    if (passage === null) return [];
    const place = { scope: 'ARTICLES', field: title ? 'title' : 'text' } as const;
    return [{ ...passage, ...place, id: article.id, type: 'Article', node: () => article }];
  });
  return { hits, complete: rows.length < limits.searchArticles };
}

/** Best first; among equally good ones as they were ranked, and the scopes as they were asked for. */
function placedHit(hit: Hit, rank: number): Placed<Hit> {
  return { item: hit, n: -hit.score, k: `${String(rank).padStart(6, '0')}~${hit.id}` };
}
