import { typeOf } from '../../model/decode.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import type { Statement } from '../../store/statement.ts';
import type { Parameters, Row, StoreValue } from '../../store/values.ts';
import type { Context } from './context.ts';
import { articleLabel, entityTypeLabel } from './facet-labels.ts';
import type { FacetSources, Tally } from './facets.ts';
import { limits } from './limits.ts';
import { type ParentParameters, rowsByParent } from './one-parent.ts';
import { numberOf } from './row-values.ts';
import { hasPlainId } from './stored-ids.ts';

type FacetParameters = ParentParameters & { readonly limit: number };

const mostFrequent = `WITH value, count(*) AS count ORDER BY count DESC, value
  WITH collect({value: value, count: count}) AS found
  RETURN found[0..$limit] AS found, size(found) AS total`;

/**
 * The end of a statement's part for one parent that binds `values`, a list, for each of its items: the most
 * frequent values and the number of all. Rows are items, and no list has a value twice.
 */
export const tallyOfRows = `UNWIND values AS value
  WITH value WHERE value IS NOT NULL
  ${mostFrequent}`;

/** The same for rows of which several may be the same item, or have a value twice: it counts once. */
export const tallyBy = (item: string): string => `UNWIND values AS value
  WITH DISTINCT ${item}, value WHERE value IS NOT NULL
  ${mostFrequent}`;

/** For the entities `e` that a statement's part binds: the sets of their labels, and the articles that name them. */
export const tallyOfLabels = `WITH e, [labels(e)] AS values
  ${tallyBy('e')}`;
export const tallyOfArticles = `MATCH (b:Article)-[:MENTIONS]->(e) WHERE ${hasPlainId('b')}
  WITH e, [b.id] AS values
  ${tallyBy('e')}`;

/** A list of the store's whose values a statement counts: see `tallyBy`. */
export interface StoredFacet {
  /** Id of what the list belongs to; '' for a list of the root. */
  readonly parent: string;
  readonly statement: Statement<FacetParameters>;
  /** Parameters besides parents and limit. */
  readonly parameters: () => Promise<Parameters>;
  /** What tells lists with other parameters apart. */
  readonly variant: string;
}

interface ReadTally {
  /** How many values are read. */
  readonly limit: number;
  /** The value as it is told; null leaves it out. */
  readonly valueOf: (stored: StoreValue | undefined) => string | null;
}

/** Counts by a statement; all lists of one level take it together. */
export async function storedTally(
  context: Context,
  { parent, statement, parameters, variant }: StoredFacet,
  { limit, valueOf }: ReadTally,
): Promise<Tally> {
  const rows = await context.batched(`${statement.name} ${limit} ${variant}`, parent, async (ids) => {
    const parents = ids.map((id) => ({ key: id, id }));
    return rowsByParent(context, statement, { parents, limit, ...(await parameters()) });
  });
  const row = rows?.[0];
  const found = foundIn(row);
  const counts = new Map<string, number>();
  for (const { value: stored, count } of found) {
    const value = valueOf(stored);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + numberOf(count));
  }
  // Values that are told as one, or left out, are known only where all were read.
  const all = numberOf(row?.['total']);
  return { counts, valueCount: all > found.length ? all : counts.size };
}

function foundIn(row: Row | undefined): readonly Row[] {
  const found = row?.['found'];
  return Array.isArray(found) ? (found as readonly Row[]) : [];
}

/** Values that are told as they are stored. */
export const storedTexts: ReadTally = { limit: limits.facetValues, valueOf: textOf };

/** What a list of entities is counted with: `labels` counts by sets of labels, `articles` by those that mention them. */
export interface EntityFacetStatements {
  readonly labels: Statement<FacetParameters>;
  readonly articles: Statement<FacetParameters>;
}

/** Ways to divide a list of entities. */
export function entityFacets(
  context: Context,
  { labels, articles }: EntityFacetStatements,
  list: Omit<StoredFacet, 'statement'>,
): FacetSources {
  const byLabels = (valueOf: (own: readonly string[]) => string) => () =>
    storedTally(
      context,
      { ...list, statement: labels },
      { limit: limits.facetLabelSets, valueOf: (stored) => valueOf(textsOf(stored).toSorted()) },
    );
  return {
    type: {
      tally: byLabels((own) => typeOf(own, context.vocabulary)),
      label: entityTypeLabel(context),
    },
    isSource: {
      tally: byLabels((own) => String(own.includes('Source'))),
      label: (value) => (value === 'true' ? 'speaks' : 'does not speak'),
    },
    article: {
      tally: () => storedTally(context, { ...list, statement: articles }, storedTexts),
      label: articleLabel(context),
    },
  };
}
