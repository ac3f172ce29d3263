import { type FilterParameters, noFilter, passesFilter } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';
import type { Direction } from '../base/relation-list.ts';

/**
 * Every claim that may be a step of a path, from a set of entities: it passes the filter, has none of the
 * statuses that carry no path, and does not lead to the own voice of an article, which ties everything in
 * it together.
 */
const steps = (g: GraphForm): string => `UNWIND $ids AS id
${g.find('e', 'id')}
MATCH (e)-[c]-(o${g.label})
WHERE ${g.isClaim('e', 'c', 'o')} AND ${g.isEntity('o')}
  AND ($direction = 'BOTH' OR type(c) IN $symmetric
    OR ($direction = 'OUT' AND startNode(c) = e)
    OR ($direction = 'IN' AND endNode(c) = e))
  AND (NOT (o:Source AND o:Voice) OR ${g.id('o')} IN $ends)
WITH id, startNode(c) AS s, c, endNode(c) AS t
WHERE ${passesFilter(g)} AND NOT coalesce(c.status, '') IN $without`;

/** Which steps are looked for. */
type Steps = FilterParameters &
  Readonly<Record<'ids' | 'ends' | 'symmetric' | 'without', readonly string[]>> & {
    readonly direction: Direction;
  };

const asked: Steps = {
  ids: ['cia', 'venezuela'],
  ends: ['cia', 'cuba'],
  direction: 'BOTH',
  symmetric: ['MET'],
  without: ['denied', 'retracted'],
  ...noFilter,
};

/** How many relations lead on from each: what tells hubs, and what reading them would take. */
export const stepCounts = graphStatement<Steps>({
  name: 'paths.step-counts',
  cypher: (g) => `${steps(g)}
WITH id, s, type(c) AS type, t, count(c) AS claims
RETURN id, count(*) AS relations ORDER BY id`,
  example: asked,
});

/** The relations themselves, each once, with how its claims stand at first sight. */
export const stepsFrom = graphStatement<Steps & { readonly limit: number }>({
  name: 'paths.steps-from',
  cypher: (g) => `${steps(g)}
WITH ${g.id('s')} AS source, type(c) AS type, ${g.id('t')} AS target, c,
  CASE coalesce(c.status, '') WHEN 'asserted' THEN 4 WHEN 'reported' THEN 2 WHEN '' THEN 2
    WHEN 'planned' THEN 1 WHEN 'predicted' THEN 1 ELSE 0 END AS rung
RETURN source, type, target, max(rung) AS rung, count(DISTINCT c) AS claims ORDER BY source, type, target LIMIT $limit`,
  example: { ...asked, limit: 20 },
});
