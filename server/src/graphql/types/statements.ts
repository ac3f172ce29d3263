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

/** A store may give keys in the order in which they came: sorted, once for all that have them. */
const sortedKeys =
  'reduce(sorted = [], key IN stored | [one IN sorted WHERE one < key] + [key] + [one IN sorted WHERE one > key])';

const example = { sample: 1_000, limit: 100 };

/** Entities by labels and keys, each with two examples, which show what kinds of values the keys have. */
export const entityKeys = graphStatement({
  name: 'types.entity-keys',
  cypher: (g) => `${g.every('n')}
WITH n LIMIT $sample
WITH labels(n) AS labels, keys(n) AS stored, count(n) AS items, min(${g.id('n')}) AS low, max(${g.id('n')}) AS high
WITH labels, ${sortedKeys} AS keys, items, low, high
WITH labels, keys, sum(items) AS count, min(low) AS first, max(high) AS last
RETURN labels, keys, count, first, last ORDER BY count DESC, first LIMIT $limit`,
  example,
});

/** The same for claims. */
export const claimKeys = graphStatement({
  name: 'types.claim-keys',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label}) WHERE ${g.isClaim('s', 'c', 't')}
WITH c LIMIT $sample
WITH type(c) AS type, keys(c) AS stored, count(c) AS items, min(${g.claimId('c')}) AS low, max(${g.claimId('c')}) AS high
WITH type, ${sortedKeys} AS keys, items, low, high
WITH type, keys, sum(items) AS count, min(low) AS first, max(high) AS last
RETURN type, keys, count, first, last ORDER BY count DESC, first, type LIMIT $limit`,
  example,
});
