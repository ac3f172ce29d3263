import { type ClaimFilter, needsWeighing, textPatternOf } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { entitiesOf } from '../base/loads.ts';
import { tooManyToWeigh, weighedRelations } from '../base/relation-list.ts';
import { type PropertyCondition, propertyConditions, type PropertyFilter } from './property-filter.ts';

export type EntityOrder = 'NAME' | 'DEGREE' | 'FIRST_SEEN' | 'LAST_SEEN';

/** Fields narrow; values inside one field are alternatives. */
export interface EntityFilter {
  readonly ids?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly text?: string | null;
  readonly mentionedIn?: readonly string[] | null;
  readonly isSource?: boolean | null;
  readonly minDegree?: number | null;
  readonly maxDegree?: number | null;
  readonly properties?: readonly PropertyFilter[] | null;
  readonly claims?: ClaimFilter | null;
}

/** What the statements ask of an entity. */
export type AskedParameters = {
  readonly order: EntityOrder;
  readonly ids: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly textPattern: string | null;
  readonly mentionedIn: readonly string[] | null;
  readonly isSource: boolean | null;
  readonly minDegree: number | null;
  readonly maxDegree: number | null;
  readonly properties: readonly PropertyCondition[];
  /** Whether a claim has to pass `$filter`. */
  readonly hasClaim: boolean;
};

/** Whether claims of each entity have to be looked at to answer. */
export function needsClaims(filter: EntityFilter | null | undefined, order: EntityOrder): boolean {
  const { minDegree = null, maxDegree = null } = filter ?? {};
  return order !== 'NAME' || minDegree !== null || maxDegree !== null || asksStore(filter);
}

/** Whether the store can tell which claims pass; else relations are weighed first. */
function asksStore(filter: EntityFilter | null | undefined): boolean {
  return (filter?.claims ?? null) !== null && !needsWeighing(filter?.claims);
}

/** The `$asked` of the statements. Throws BAD_USER_INPUT, LIMIT_EXCEEDED. */
export async function askedParameters(
  context: Context,
  filter: EntityFilter | null | undefined,
  order: EntityOrder,
): Promise<{ readonly asked: AskedParameters }> {
  return {
    asked: {
      order,
      ids: await idsOf(context, filter),
      types: filter?.types ?? null,
      textPattern: textPatternOf(filter?.text),
      mentionedIn: filter?.mentionedIn ?? null,
      isSource: filter?.isSource ?? null,
      minDegree: filter?.minDegree ?? null,
      maxDegree: filter?.maxDegree ?? null,
      properties: propertyConditions(filter?.properties),
      hasClaim: asksStore(filter),
    },
  };
}

async function idsOf(
  context: Context,
  filter: EntityFilter | null | undefined,
): Promise<readonly string[] | null> {
  const ids = filter?.ids ?? null;
  if (!needsWeighing(filter?.claims)) return ids;
  const ends = await endsOfWeighed(context, filter?.claims);
  return ids === null ? [...ends] : ids.filter((id) => ends.has(id));
}

/** Ends of the relations that pass a filter by standing or origins, whose other end is of a wanted type. */
async function endsOfWeighed(
  context: Context,
  filter: ClaimFilter | null | undefined,
): Promise<ReadonlySet<string>> {
  const relations = await weighedRelations(context, { entity: null, direction: 'BOTH', filter });
  if (relations === null) throw tooManyToWeigh();
  const wanted = filter?.neighborTypes ?? null;
  const pairs = relations.flatMap(({ key: { source, target } }) => [
    { end: source, other: target },
    { end: target, other: source },
  ]);
  if (wanted === null) return new Set(pairs.map(({ end }) => end));
  const others = await entitiesOf(
    context,
    pairs.map(({ other }) => other),
  );
  const fitting = new Set(
    others.filter(({ labels }) => labels.some((label) => wanted.includes(label))).map(({ id }) => id),
  );
  return new Set(pairs.filter(({ other }) => fitting.has(other)).map(({ end }) => end));
}
