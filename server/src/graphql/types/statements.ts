import { graphStatement } from '../base/graph-form.ts';

/** Entities by their labels, together: which of them is the type is for the vocabulary to say. */
export const labelCounts = graphStatement({
  name: 'types.label-counts',
  cypher: (g) => `${g.every('n')} WITH labels(n) AS labels, n RETURN labels, count(n) AS count`,
  example: {},
});

export const relationCounts = graphStatement({
  name: 'types.relation-counts',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label}) WHERE ${g.isClaim('s', 'c', 't')}
WITH DISTINCT s, type(c) AS type, t
RETURN type, labels(s) AS sourceLabels, labels(t) AS targetLabels, count(*) AS count`,
  example: {},
});
