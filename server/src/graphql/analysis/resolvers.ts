import { groupBy } from '../../lib/group-by.ts';
import { parseRelationId, relationId } from '../../model/ids.ts';
import { textOf } from '../../model/stored-values.ts';
import { bounded } from '../base/bounded.ts';
import type { Capability } from '../base/capability.ts';
import { type ClaimFilter, filterParameters, needsWeighing } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { compareText } from '../base/cursor.ts';
import { growNodes, relationIdsAmong, relationsAmong, relationsCut } from '../base/grow.ts';
import { limits } from '../base/limits.ts';
import { entityById } from '../base/loads.ts';
import type { Truncation } from '../base/truncation.ts';
import { type Measure, measureGraph } from './measure.ts';
import { schema } from './schema.ts';
import { bestConnected } from './statements.ts';

interface AnalysisArguments {
  readonly measure: Measure;
  readonly seeds?: readonly string[] | null;
  readonly depth?: number | null;
  readonly filter?: ClaimFilter | null;
  readonly maxNodes?: number | null;
}

interface NodeScore {
  readonly id: string;
  readonly score: number | null;
  readonly community: number | null;
}

interface Part {
  readonly ids: readonly string[];
  readonly truncation: readonly Truncation[];
}

export const analysis: Capability = {
  schema,
  statements: [bestConnected],
  resolvers: {
    Query: {
      analysis: async (_: unknown, asked: AnalysisArguments, context: Context) => {
        const { measure, filter } = asked;
        const found = await nodesOf(context, asked);
        const relations = await relationsOfPart(context, found.ids, filter);
        // In an order that does not depend on how they were found: what is measured does not either.
        const ids = found.ids.toSorted(compareText);
        const numbers = new Map(ids.map((id, number) => [id, number]));
        const keys = relations.ids.toSorted(compareText).flatMap((id) => parseRelationId(id) ?? []);
        const graph = keys.flatMap(({ source, type, target }) => {
          const [from, to] = [numbers.get(source), numbers.get(target)];
          if (from === undefined || to === undefined || from === to) return [];
          return [[from, to, context.vocabulary.relationType(type).symmetric] as const];
        });
        const { method, values } = await measureGraph(
          { measure, size: ids.length, relations: graph },
          context.signal,
        );
        return {
          measure,
          method,
          nodes: measure === 'COMMUNITIES' ? byCommunity(ids, values) : byScore(ids, values),
          relationCount: graph.length,
          truncation: [...found.truncation, ...relations.truncation],
        };
      },
    },
    NodeScore: {
      entity: ({ id }: NodeScore, _: unknown, context: Context) => entityById(context, id),
    },
  },
};

/** The entities of the subgraph. Throws LIMIT_EXCEEDED or BAD_USER_INPUT. */
async function nodesOf(context: Context, asked: AnalysisArguments): Promise<Part> {
  const { seeds, filter } = asked;
  const maxNodes = bounded({
    limit: 'maxNodes',
    value: asked.maxNodes ?? 1_000,
    max: limits.analysisNodes,
    remedy: 'Measure a part, or fetch the graph as a file.',
  });
  const depth = bounded({ limit: 'depth', value: asked.depth ?? 2, max: limits.subgraphDepth });
  if (!seeds) return bestConnectedOnes(context, filter, maxNodes);
  bounded({ limit: 'seeds', value: seeds.length, max: limits.ids });
  return growNodes(context, { seeds: [...new Set(seeds)], depth, filter, maxNodes, maxRelations: 0 });
}

async function bestConnectedOnes(
  context: Context,
  filter: ClaimFilter | null | undefined,
  maxNodes: number,
): Promise<Part> {
  const parameters = await filterParameters(context, filter);
  const rows = await context.read(bestConnected, { ...parameters, limit: maxNodes + 1 });
  const ids = rows.slice(0, maxNodes).flatMap((row) => textOf(row['id']) ?? []);
  if (rows.length <= maxNodes) return { ids, truncation: [] };
  const cut = { limit: 'maxNodes', at: null, shown: maxNodes, total: null, orderedBy: 'most claims' };
  return { ids, truncation: [cut] };
}

async function relationsOfPart(
  context: Context,
  nodes: readonly string[],
  filter: ClaimFilter | null | undefined,
): Promise<Part> {
  if (needsWeighing(filter)) {
    const maxRelations = limits.subgraphRelations;
    const { relations, truncation } = await relationsAmong(context, nodes, { filter, maxRelations });
    return { ids: relations.map(({ key }) => relationId(key)), truncation };
  }
  const { ids, total } = await relationIdsAmong(context, nodes, { filter, limit: limits.analysisRelations });
  return { ids, truncation: total === ids.length ? [] : [relationsCut(ids.length, total)] };
}

function byScore(ids: readonly string[], values: readonly number[]): readonly NodeScore[] {
  const scored = ids.map((id, number) => ({ id, score: values[number] ?? 0, community: null }));
  return scored.toSorted((one, other) => other.score - one.score || compareText(one.id, other.id));
}

/** Numbered anew, since the numbers of the algorithm mean nothing. */
function byCommunity(ids: readonly string[], values: readonly number[]): readonly NodeScore[] {
  const groups = [...groupBy(ids.keys(), (number) => values[number]).values()].map((numbers) =>
    numbers.map((number) => ids[number] ?? ''),
  );
  return groups
    .toSorted((one, other) => other.length - one.length || compareText(one[0] ?? '', other[0] ?? ''))
    .flatMap((members, community) => members.map((id) => ({ id, score: null, community })));
}
