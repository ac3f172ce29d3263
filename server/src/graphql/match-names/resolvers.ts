import { foldText } from '../../lib/fold-text.ts';
import { mapInLanes } from '../../lib/map-in-lanes.ts';
import type { Entity } from '../../model/entity.ts';
import { type RankedName, rankNames } from '../../model/name-ranking.ts';
import type { TextCandidate } from '../../store/store.ts';
import { bounded } from '../base/bounded.ts';
import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { entityById } from '../base/loads.ts';
import { countRelations } from '../base/relation-list.ts';
import { schema } from './schema.ts';

interface MatchArguments {
  readonly names: readonly string[];
  readonly types?: readonly string[] | null;
}

interface Match {
  readonly candidates: readonly Candidate[];
  readonly candidateCount: number | null;
}

interface Candidate extends Pick<RankedName<TextCandidate>, 'score' | 'distance'> {
  readonly entity: Entity;
  readonly exact: boolean;
  readonly matched: string;
}

type Ranked = readonly RankedName<TextCandidate>[];

/** Searches for names that run at a time: a store answers one after the other, or has as many connections to spare. */
const LANES = 8;

/** What an exact match scores, of a name or an alias. */
const EXACT = 0.99;

const nothing: Match = { candidates: [], candidateCount: 0 };

export const matchNames: Capability = {
  schema,
  statements: [],
  resolvers: {
    Query: {
      matchNames: async (_: unknown, { names, types }: MatchArguments, context: Context) => {
        bounded({
          limit: 'names',
          value: names.length,
          max: limits.names,
          remedy: 'Match the rest in a further request.',
        });
        const different = [...new Set(names)];
        const found = await mapInLanes(different, LANES, (name) => search(context, name, types ?? null));
        const matches = await Promise.all(found.map((one) => rank(context, one)));
        const byName = new Map(different.map((name, index) => [name, matches[index] ?? nothing]));
        return names.map((query) => ({ query, ...(byName.get(query) ?? nothing) }));
      },
    },
  },
};

interface Found {
  readonly name: string;
  readonly allowed: readonly TextCandidate[];
  readonly complete: boolean;
}

async function search(context: Context, query: string, types: readonly string[] | null): Promise<Found> {
  // What is in quotation marks is a nickname, not a phrase.
  const name = foldText(query).replaceAll('"', ' ');
  if (name.trim() === '' || query.length > limits.queryLength) return { name, allowed: [], complete: true };
  const candidates = await context.ask((store) => store.searchText(name, limits.searchHits));
  const allowed = candidates.filter(({ labels }) => !types || labels.some((label) => types.includes(label)));
  return { name, allowed, complete: candidates.length < limits.searchHits };
}

/** Relations are counted for those alone that may be among the best: in one statement for all names. */
async function rank(context: Context, { name, allowed, complete }: Found): Promise<Match> {
  const ranked = rankNames(name, allowed);
  const least = ranked[limits.nameCandidates - 1]?.score ?? 0;
  const contenders = ranked.filter(({ score }) => score >= least);
  const degrees = new Map(
    await Promise.all(
      contenders.map(async ({ candidate: { id } }) => {
        const degree = await countRelations(context, { entity: id, direction: 'BOTH', filter: null });
        return [id, degree ?? 0] as const;
      }),
    ),
  );
  const best = rankNames(
    name,
    contenders.map(({ candidate }) => candidate),
    ({ id }) => degrees.get(id) ?? 0,
  ).slice(0, limits.nameCandidates);
  return {
    candidates: await candidatesOf(context, best),
    candidateCount: complete ? ranked.length : null,
  };
}

async function candidatesOf(context: Context, best: Ranked): Promise<readonly Candidate[]> {
  const entities = await Promise.all(best.map(({ candidate }) => entityById(context, candidate.id)));
  return best.flatMap(({ score, distance, snippet }, index) => {
    const entity = entities[index];
    return entity ? [{ entity, score, distance, matched: snippet, exact: score >= EXACT }] : [];
  });
}
