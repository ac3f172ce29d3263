import { type DateRange, type PartialDate, parsePartialDate, rangesMeet } from '../../model/partial-date.ts';
import { textOf } from '../../model/stored-values.ts';
import { statement } from '../../store/statement.ts';
import type { Context } from './context.ts';
import { limits } from './limits.ts';
import { hasPlainId } from './stored-ids.ts';

/** When each article was published: joined by parameter, since a join of claims to articles has no index to use. */
export const publicationDates = statement({
  name: 'base.publication-dates',
  cypher: `MATCH (a:Article) WHERE ${hasPlainId('a')} AND a.publishedAt IS NOT NULL
RETURN a.id AS id, a.publishedAt AS publishedAt ORDER BY id LIMIT $limit`,
  example: { limit: 100 },
});

/** The place of what has no date, behind every date. */
export const UNDATED = 9_000_000_000_000_000;

/** When each article was published, for those whose date can be read. */
export function publicationsOf(context: Context): Promise<ReadonlyMap<string, PartialDate>> {
  return context.once('publication dates', async () => {
    const rows = await context.read(publicationDates, { limit: limits.articles });
    return new Map(
      rows.flatMap((row) => {
        const date = parsePartialDate(textOf(row['publishedAt']) ?? '');
        return date === null ? [] : [[textOf(row['id']) ?? '', date] as const];
      }),
    );
  });
}

/** Ids of the articles that were published, or may have been, in a period. */
export function articlesPublished(context: Context, period: DateRange): Promise<ReadonlySet<string>> {
  return context.once(`published ${period.min} ${period.max}`, async () => {
    const found = Array.from(await publicationsOf(context)).filter(([, date]) => rangesMeet(date, period));
    return new Set(found.map(([id]) => id));
  });
}

/** A part of statements: the sort number of what was published on `$publishedAt[...]`, passed on as `published`. */
export const publishedNumber = `CASE WHEN published IS NULL THEN $undated WHEN $newestFirst THEN -published ELSE published END`;

/** The parameters of `publishedNumber`. */
export async function publicationParameters(context: Context, newestFirst: boolean) {
  const moments = Array.from(await publicationsOf(context), ([id, { min }]) => [id, min] as const);
  return { publishedAt: Object.fromEntries(moments), undated: UNDATED, newestFirst };
}

/** Parameters for the examples of statements with `publishedNumber`. */
export const examplePublication = {
  publishedAt: { '2026-01-28-cia-annex-venezuela': 1_769_558_400_000 },
  undated: UNDATED,
  newestFirst: true,
};
