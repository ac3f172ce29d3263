import type { ClaimRecord, ClaimStatus, EntityRecord, RelationRecord, Speaker } from '../api/graph.ts';
import { compareText } from '../lib/compare-text.ts';
import { groupBy } from '../lib/group-by.ts';
import { firstSpeaker, supportKinds, supportOf, type SupportKind } from './filters.ts';
import { statusesByStrength } from './status.ts';
import type { Investigation } from './step.ts';
import { entityKind } from './vocabulary.ts';

/** One kind of thing on the canvas. Counts are of what is there, switched off or not. */
export interface LegendRow<Key extends string = string> {
  /** What a filter holds when this row is off. */
  readonly key: Key;
  /** Entities, claims, relations or claims, by block. */
  readonly count: number;
  /** Claims on the canvas that go when this row is switched off. */
  readonly claims: number;
  readonly off: boolean;
}

interface EntityRow extends LegendRow {
  readonly type: string;
  readonly anonymous: boolean;
}

interface SpeakerRow extends LegendRow {
  readonly speaker: Speaker;
}

/** The four blocks. A block is empty where the data holds nothing for it. */
export interface Legend {
  readonly entities: readonly EntityRow[];
  /** All eight, strongest first, also those without claims. */
  readonly statuses: readonly LegendRow<ClaimStatus>[];
  readonly support: readonly LegendRow<SupportKind>[];
  readonly speakers: readonly SpeakerRow[];
  readonly totals: {
    readonly entities: number;
    readonly relations: number;
    readonly claims: number;
    readonly articles: number;
  };
}

export interface LegendInput {
  readonly investigation: Investigation;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
}

/** What is on the canvas, by kind, with what each switch would hide. */
export function legendOf({ investigation, entities, relations }: LegendInput): Legend {
  const onCanvas = new Set(investigation.entities);
  const shown = investigation.entities.flatMap((id) => entities.get(id) ?? []);
  const drawn = [...relations.values()].filter(
    ({ sourceId, targetId }) => onCanvas.has(sourceId) && onCanvas.has(targetId),
  );
  const claims = drawn.flatMap((relation) => relation.claims);
  const { filters } = investigation;
  return {
    entities: entityRows(shown, { drawn, off: filters.entityTypes }),
    statuses: statusRows(drawn, filters.statuses),
    support: supportRows(drawn, filters.support),
    speakers: speakerRows(claims, filters.speakers),
    totals: {
      entities: shown.length,
      relations: drawn.length,
      claims: claimsOf(drawn),
      articles: new Set(claims.flatMap(({ article }) => article?.id ?? [])).size,
    },
  };
}

function claimsOf(relations: readonly RelationRecord[]): number {
  return relations.reduce((sum, { claimCount }) => sum + claimCount, 0);
}

function entityRows(
  shown: readonly EntityRecord[],
  { drawn, off }: { drawn: readonly RelationRecord[]; off: readonly string[] },
): readonly EntityRow[] {
  return [...groupBy(shown, entityKind)]
    .flatMap(([key, group]) => {
      const [first] = group;
      if (!first) return [];
      const ids = new Set(group.map(({ id }) => id));
      const touching = drawn.filter(({ sourceId, targetId }) => ids.has(sourceId) || ids.has(targetId));
      return {
        key,
        type: first.type,
        anonymous: first.anonymous,
        count: group.length,
        claims: claimsOf(touching),
        off: off.includes(key),
      };
    })
    .toSorted((a, b) => compareText(a.key, b.key));
}

function statusRows(drawn: readonly RelationRecord[], off: readonly string[]): Legend['statuses'] {
  const counts = new Map<ClaimStatus | null, number>();
  for (const { status, count } of drawn.flatMap((relation) => relation.statusCounts)) {
    counts.set(status, (counts.get(status) ?? 0) + count);
  }
  if (![...counts.keys()].some((status) => status !== null)) return [];
  return statusesByStrength.map((key) => {
    const count = counts.get(key) ?? 0;
    return { key, count, claims: count, off: off.includes(key) };
  });
}

function supportRows(drawn: readonly RelationRecord[], off: readonly string[]): Legend['support'] {
  return supportKinds.flatMap((key) => {
    const relations = drawn.filter((relation) => supportOf(relation).includes(key));
    if (relations.length === 0) return [];
    return { key, count: relations.length, claims: claimsOf(relations), off: off.includes(key) };
  });
}

function speakerRows(claims: readonly ClaimRecord[], off: readonly string[]): readonly SpeakerRow[] {
  return [...groupBy(claims, (claim) => firstSpeaker(claim)?.id)]
    .flatMap(([key, group]) => {
      const speaker = group[0] && firstSpeaker(group[0]);
      if (key === undefined || !speaker) return [];
      return { key, speaker, count: group.length, claims: group.length, off: off.includes(key) };
    })
    .toSorted((a, b) => b.count - a.count || compareText(a.speaker.name, b.speaker.name));
}
