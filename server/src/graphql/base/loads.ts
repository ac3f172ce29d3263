import { groupBy } from '../../lib/group-by.ts';
import { type QuoteFinder, quoteFinder } from '../../lib/quote-places.ts';
import type { Claim } from '../../model/claim.ts';
import { type ArticleHead, decodeArticle } from '../../model/decode.ts';
import { type Disputes, joinDisputes } from '../../model/disputes.ts';
import type { Entity } from '../../model/entity.ts';
import {
  type ArticleId,
  type RelationKey,
  parseRelationId,
  relationId,
  relationOfClaim,
} from '../../model/ids.ts';
import { originOf, type Provenance } from '../../model/origin.ts';
import { type Relation, relationOf } from '../../model/relation.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import type { Context } from './context.ts';
import { limitExceeded } from './errors.ts';
import { keptUntilChange } from './graph-state.ts';
import { limits } from './limits.ts';
import {
  articlesById,
  articleTexts,
  claimsById,
  claimsOfArticles,
  claimsOfRelations,
  declaredDisputes,
  entitiesById,
} from './load-statements.ts';
import { claimOf, entityOf } from './model-rows.ts';

/** The entity of an id, if there is one. */
export function entityById(context: Context, id: string): Promise<Entity | undefined> {
  return context.batched('entities', id, async (ids) => {
    const rows = await context.read(entitiesById, { ids });
    return byId(rows.flatMap(({ entity }) => entityOf(entity, context) ?? []));
  });
}

/** The entities of some ids, in their order; ids that name none are left out. */
export async function entitiesOf(context: Context, ids: readonly string[]): Promise<readonly Entity[]> {
  const found = await Promise.all(ids.map((id) => entityById(context, id)));
  return found.flatMap((entity) => entity ?? []);
}

export function articleById(context: Context, id: string): Promise<ArticleHead | undefined> {
  return context.batched('articles', id, async (ids) => {
    return byId((await context.read(articlesById, { ids })).flatMap((row) => decodeArticle(row) ?? []));
  });
}

/** The text of an article; undefined where it is not held. */
export function articleText(context: Context, id: string): Promise<string | undefined> {
  return context.batched('article texts', id, async (ids) => {
    const rows = await context.read(articleTexts, { ids });
    return new Map(rows.map((row) => [textOf(row['id']) ?? '', textOf(row['text']) ?? undefined]));
  });
}

/** An article's text, made ready once to find all its quotes in; undefined where it is not held. */
export function readText(context: Context, id: string): Promise<ReadText | undefined> {
  return context.once(`text ${id}`, async () => {
    const text = await articleText(context, id);
    return text === undefined ? undefined : { text, find: quoteFinder(text) };
  });
}

export interface ReadText {
  readonly text: string;
  readonly find: QuoteFinder;
}

export async function claimById(context: Context, id: string): Promise<Claim | undefined> {
  const relation = relationOfClaim(id);
  if (relation !== null) {
    const claims = (await relationById(context, relation))?.claims ?? [];
    return claims.find(({ claim }) => claim.id === id)?.claim;
  }
  return context.batched('claims', id, async (ids) => {
    return byId(claimsIn(await context.read(claimsById, { ids, limit: limits.claimsAtOnce + 1 })));
  });
}

/** The claims of an article, in no particular order. */
export async function claimsOfArticle(context: Context, id: string): Promise<readonly Claim[]> {
  const claims = await context.batched('claims of articles', id, async (articles) => {
    const rows = await context.read(claimsOfArticles, { articles, limit: limits.claimsAtOnce + 1 });
    return groupBy(claimsIn(rows), ({ article }) => article ?? '');
  });
  return claims ?? [];
}

/** The relation of an id with all its claims, weighed. */
export function relationById(context: Context, id: string): Promise<Relation | undefined> {
  return context.batched('relations', id, async (ids) => {
    const wanted = new Map(ids.flatMap((one) => entryOf(one)));
    const rows = await context.read(claimsOfRelations, {
      sources: bySource([...wanted.values()]),
      limit: limits.claimsAtOnce + 1,
    });
    const claims = claimsIn(rows);
    const [provenance, disputes] = await Promise.all([provenanceOf(context, claims), disputesOf(context)]);
    const bundles = groupBy(claims, ({ key }) => relationId(key));
    return new Map(
      Array.from(bundles, ([bundle, own]) => {
        const key = wanted.get(bundle) ?? own[0]?.key;
        if (key === undefined) return [bundle, undefined];
        const weighed = own.map((claim) => ({ claim, origin: originOf(claim, provenance) }));
        return [bundle, relationOf(key, weighed, disputes)];
      }),
    );
  });
}

/** The relations of some ids, in their order. */
export async function relationsOf(context: Context, ids: readonly string[]): Promise<readonly Relation[]> {
  const found = await Promise.all(ids.map((id) => relationById(context, id)));
  return found.flatMap((relation) => relation ?? []);
}

/** Speakers and articles that the origins of these claims are told by. */
export async function provenanceOf(context: Context, claims: readonly Claim[]): Promise<Provenance> {
  const first = claims.flatMap(({ attributedTo }) => attributedTo.slice(0, 1));
  const [speakers, articles] = await Promise.all([
    entitiesOf(context, [...new Set(first)]),
    chainOf(
      context,
      claims.flatMap(({ article }) => article ?? []),
    ),
  ]);
  const speakerById = byId(speakers);
  return { speaker: (id) => speakerById.get(id), article: (id) => articles.get(id) };
}

/** Articles, and all that they retell. */
export async function chainOf(
  context: Context,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, ArticleHead>> {
  const articles = new Map<ArticleId, ArticleHead>();
  let missing = [...new Set(ids)];
  while (missing.length > 0) {
    const found = await Promise.all(missing.map((id) => articleById(context, id)));
    for (const article of found) if (article) articles.set(article.id, article);
    missing = [...new Set(found.flatMap((article) => article?.basedOn ?? []))].filter(
      (id) => !articles.has(id),
    );
  }
  return articles;
}

/** Which claims dispute which, over the whole graph. Few claims do, so all are read. */
export function disputesOf(context: Context): Promise<Disputes> {
  const read = async (): Promise<Disputes> => {
    const rows = await context.read(declaredDisputes, { limit: limits.claimsAtOnce + 1 });
    withinLimit(rows);
    return joinDisputes(rows.map(({ id, status, disputes }) => ({ id, status, disputes })));
  };
  return context.once('disputes', () => keptUntilChange(context, 'disputes', read));
}

/** The claims in rows with `claimColumns`. Throws LIMIT_EXCEEDED where the statement's limit was reached. */
function claimsIn(rows: readonly Row[]): readonly Claim[] {
  withinLimit(rows);
  return rows.flatMap((row) => claimOf(row) ?? []);
}

function withinLimit(rows: readonly Row[]): void {
  if (rows.length <= limits.claimsAtOnce) return;
  throw limitExceeded({
    limit: 'claims to weigh',
    value: rows.length,
    max: limits.claimsAtOnce,
    remedy: 'Ask for fewer relations at once, or filter them.',
  });
}

function entryOf(id: string): readonly [string, RelationKey][] {
  const key = parseRelationId(id);
  return key === null ? [] : [[id, key]];
}

function bySource(keys: readonly RelationKey[]): { id: string; targets: string[]; types: string[] }[] {
  return Array.from(
    groupBy(keys, ({ source }) => source),
    ([id, own]) => ({
      id,
      targets: [...new Set(own.map(({ target }) => target))],
      types: [...new Set(own.map(({ type }) => type))],
    }),
  );
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
