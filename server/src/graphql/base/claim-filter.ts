import { foldedPattern, foldedRegExp } from '../../lib/folded-pattern.ts';
import type { Claim, ClaimStatus } from '../../model/claim.ts';
import { rangesMeet, validRange } from '../../model/partial-date.ts';
import type { Relation, Standing } from '../../model/relation.ts';
import type { ParameterValue } from '../../store/values.ts';
import type { Context } from './context.ts';
import { limitExceeded } from './errors.ts';
import { type GraphForm } from './graph-form.ts';
import { limits } from './limits.ts';
import { type DateBounds, periodOf } from './period.ts';
import { articlesPublished } from './publication-dates.ts';
import { asKey } from './stored-ids.ts';
import { meetsValidPeriod, periodParameter } from './valid-time.ts';

/** Fields narrow; values inside one field are alternatives. */
export interface ClaimFilter extends DateBounds {
  readonly types?: readonly string[] | null;
  readonly neighborTypes?: readonly string[] | null;
  readonly statuses?: readonly ClaimStatus[] | null;
  readonly standing?: readonly Standing[] | null;
  readonly minOrigins?: number | null;
  readonly text?: string | null;
  readonly articles?: readonly string[] | null;
  readonly attributedTo?: readonly string[] | null;
  readonly excludeTypes?: readonly string[] | null;
  readonly excludeEntities?: readonly string[] | null;
  readonly excludeArticles?: readonly string[] | null;
  readonly excludeAttributedTo?: readonly string[] | null;
}

/**
 * One map, whatever is in it: Neo4j plans a statement anew for every combination of types among its
 * parameters, and each of these may be a list or null.
 */
export type FilterParameters = Readonly<Record<'filter', Readonly<Record<string, ParameterValue>>>>;

/** Whether the claim `c` from `s` to `t` passes the filter in the parameters. A part of statements, itself constant. */
export const passesFilter = (g: GraphForm): string => (g.filtered ? conditions(g) : 'true');

/** Whether the other end `o` of a claim does, where a list belongs to one entity. */
export const passesNeighborTypes = (g: GraphForm): string =>
  g.filtered
    ? '($filter.neighborTypes IS NULL OR any(label IN labels(o) WHERE label IN $filter.neighborTypes))'
    : 'true';

const conditions = (g: GraphForm): string => `($filter.types IS NULL OR type(c) IN $filter.types)
    AND ($filter.excludeTypes IS NULL OR NOT type(c) IN $filter.excludeTypes)
    AND ($filter.statuses IS NULL OR c.status IN $filter.statuses)
    AND ($filter.textPattern IS NULL OR c.quote =~ $filter.textPattern)
    AND ($filter.articles IS NULL OR c.article IN $filter.articles)
    AND ($filter.excludeArticles IS NULL OR NOT coalesce(c.article, '') IN $filter.excludeArticles)
    AND ($filter.attributedTo IS NULL OR any(speaker IN ${g.texts('c.attributedTo')} WHERE speaker IN $filter.attributedTo))
    AND ($filter.excludeAttributedTo IS NULL OR NOT any(speaker IN coalesce(${g.texts('c.attributedTo')}, []) WHERE speaker IN $filter.excludeAttributedTo))
    AND ($filter.excludeEntities IS NULL OR NOT (${g.id('s')} IN $filter.excludeEntities OR ${g.id('t')} IN $filter.excludeEntities))
    AND ($filter.publishedIn IS NULL OR $filter.publishedIn[${asKey('c.article')}] IS NOT NULL)
    AND ${meetsValidPeriod(g)}`;

/** The parameters of `passesFilter`. Standing and origins are not among them: no store can tell them. */
export async function filterParameters(
  context: Context,
  filter: ClaimFilter | null | undefined,
): Promise<FilterParameters> {
  return parametersOf(filter, await publishedWithin(context, filter));
}

function parametersOf(
  filter: ClaimFilter | null | undefined,
  published: ReadonlySet<string> | null,
): FilterParameters {
  return {
    filter: {
      valid: periodParameter(periodOf(filter, 'valid')),
      publishedIn: published === null ? null : Object.fromEntries(Array.from(published, (id) => [id, true])),
      types: filter?.types ?? null,
      neighborTypes: filter?.neighborTypes ?? null,
      excludeTypes: filter?.excludeTypes ?? null,
      statuses: filter?.statuses ?? null,
      textPattern: textPatternOf(filter?.text),
      articles: filter?.articles ?? null,
      excludeArticles: filter?.excludeArticles ?? null,
      attributedTo: filter?.attributedTo ?? null,
      excludeAttributedTo: filter?.excludeAttributedTo ?? null,
      excludeEntities: filter?.excludeEntities ?? null,
    },
  };
}

/** The pattern of what a text has to contain, for `=~`; null lets all pass. Throws LIMIT_EXCEEDED. */
export function textPatternOf(text: string | null | undefined): string | null {
  const wanted = boundedText(text);
  return wanted === null ? null : foldedPattern(wanted);
}

/** A pattern takes some fifty characters for each letter, and engines read long ones for seconds. */
function boundedText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  if (text.length <= limits.textLength) return text;
  throw limitExceeded({
    limit: 'text',
    value: text.length,
    max: limits.textLength,
    remedy: 'Give a part of it.',
  });
}

/** The same decision as `passesFilter`, about claims that are at hand. */
export async function claimPasses(
  context: Context,
  filter: ClaimFilter | null | undefined,
): Promise<(claim: Claim) => boolean> {
  if (!filter) return () => true;
  const text = boundedText(filter.text);
  const pattern = text === null ? null : foldedRegExp(text);
  const valid = periodOf(filter, 'valid');
  const published = await publishedWithin(context, filter);
  return (claim) => {
    const range = valid === null ? null : validRange(claim);
    const { key, status, quote, article, attributedTo } = claim;
    return (
      within(filter.types, [key.type]) &&
      within(filter.statuses, [status]) &&
      within(filter.articles, [article]) &&
      within(filter.attributedTo, attributedTo) &&
      without(filter.excludeTypes, [key.type]) &&
      without(filter.excludeArticles, [article]) &&
      without(filter.excludeAttributedTo, attributedTo) &&
      without(filter.excludeEntities, [key.source, key.target]) &&
      (pattern === null || (quote !== null && pattern.test(quote))) &&
      (published === null || (article !== null && published.has(article))) &&
      (valid === null || (range !== null && rangesMeet(range, valid)))
    );
  };
}

/** Ids of the articles that the filter by publication leaves; null where it asks for none. */
async function publishedWithin(
  context: Context,
  filter: ClaimFilter | null | undefined,
): Promise<ReadonlySet<string> | null> {
  const period = periodOf(filter, 'published');
  return period === null ? null : articlesPublished(context, period);
}

/** Whether the filter asks for what only weighing a relation tells. */
export function needsWeighing(filter: ClaimFilter | null | undefined): boolean {
  return (filter?.standing ?? null) !== null || (filter?.minOrigins ?? null) !== null;
}

/** The part of the filter that weighing decides. */
export function relationPasses(
  filter: ClaimFilter | null | undefined,
): (relation: Pick<Relation, 'standing' | 'originCount'>) => boolean {
  return ({ standing, originCount }) =>
    within(filter?.standing, [standing]) && originCount >= (filter?.minOrigins ?? 0);
}

/** A filter with which the examples of statements find everything. */
export const noFilter: FilterParameters = parametersOf(null, null);

type Values = readonly (string | null)[];

function within(wanted: Values | null | undefined, values: Values): boolean {
  return !wanted || values.some((value) => value !== null && wanted.includes(value));
}

function without(unwanted: Values | null | undefined, values: Values): boolean {
  return !unwanted || !values.some((value) => value !== null && unwanted.includes(value));
}
