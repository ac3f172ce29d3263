import { statement } from '../../store/statement.ts';
import { isClaim } from '../base/claim-filter.ts';

/** Entities by their labels, together: which of them is the type is for the vocabulary to say. */
export const labelCounts = statement({
  name: 'types.label-counts',
  cypher: `MATCH (n:Entity) WITH labels(n) AS labels, n RETURN labels, count(n) AS count`,
  example: {},
});

export const relationCounts = statement({
  name: 'types.relation-counts',
  cypher: `MATCH (s:Entity)-[c]->(t:Entity) WHERE ${isClaim}
WITH DISTINCT s, type(c) AS type, t
RETURN type, labels(s) AS sourceLabels, labels(t) AS targetLabels, count(*) AS count`,
  example: {},
});
