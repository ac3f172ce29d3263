import { bookkeepingLabels } from '../../model/bookkeeping.ts';
import { ownIdPattern } from '../../model/ids.ts';
import type { OtherForm, Statement } from '../../store/statement.ts';
import type { Parameters } from '../../store/values.ts';
import type { GraphShape } from './graph-shape.ts';
import { hasPlainId } from './stored-ids.ts';

/**
 * How statements speak of the things of a graph. In a graph of claims every one of them has the label
 * Entity and an id of its own, which an index finds. In any other graph every node is one, whatever its
 * labels, and those without such an id are known by what the store calls them.
 */
export interface GraphForm {
  /** False in the statement's text for those who filter nothing. */
  readonly filtered: boolean;
  /** For patterns: `MATCH (n${form.label})`. */
  readonly label: string;
  /** Whether a node that such a pattern found is an entity: neither an article nor a record of the loader's. */
  isEntity(node: string): string;
  /** A clause that binds `node` to every entity. */
  every(node: string): string;
  /** The node's id. */
  id(node: string): string;
  /** What the node is called, for sorting. */
  name(node: string): string;
  /**
   * What `entityOf` reads: what every entity is asked for, and none of the properties that may be large. A
   * list where all entities are alike, which is half as much to send as a map.
   */
  entity(node: string): string;
  /** A date as a text; in graphs that nobody checked it may be a native one, and what is neither is none. */
  dateText(value: string): string;
  /** A list of texts; in graphs that nobody checked a text alone is a list of one. */
  texts(value: string): string;
  /** Clauses that bind `node` to the entity with the id `id`, such as `p.id` or `id`; nothing follows if there is none. */
  find(node: string, id: string): string;
  /** Whether a relationship between two nodes that `label` found is a claim; the identity of two entities is none. */
  isClaim(source: string, relationship: string, target: string): string;
  /** The id of a claim; null for one that has none in a graph of claims. */
  claimId(relationship: string): string;
  /** Clauses that bind `relationship` from `source` to `target` to claims whose id is in the list `ids`. */
  findClaims(relationship: string, ids: string): string;
}

/** The form of a graph in which all has ids. */
const claimsForm: GraphForm = {
  filtered: true,
  label: ':Entity',
  isEntity: (node) => `${node}.id IS NOT NULL`,
  // Without a condition, so that stores which keep count of labels need not walk.
  every: (node) => `MATCH (${node}:Entity)`,
  id: (node) => `${node}.id`,
  name: (node) => `coalesce(${node}.name, ${node}.id)`,
  entity: (node) => `[labels(${node}), ${node}.id, ${node}.name, ${node}.aliases, ${node}.anonymous]`,
  dateText: (value) => value,
  texts: (value) => value,
  find: (node, id) => `MATCH (${node}:Entity {id: ${id}})`,
  isClaim: (_source, relationship) => `type(${relationship}) <> 'SAME_AS'`,
  claimId: (relationship) => `${relationship}.id`,
  findClaims: (relationship, ids) =>
    `MATCH (s:Entity)-[${relationship}]->(t:Entity) WHERE ${relationship}.id IN ${ids}`,
};

const hasOwnId = (node: string): string => `${node}:Entity AND ${hasPlainId(node)}`;

const ownRecords = (node: string): string =>
  bookkeepingLabels.map((label) => `${node}:${label}`).join(' OR ');

/** What differs between the stores where a node has no id of its own. */
interface ElementIds {
  /** Clauses that bind a node by its element id: seeks, no scans. */
  readonly node: (node: string, id: string) => string;
  readonly textOf: (value: string) => string;
}

function anyForm({ node: seekNode, textOf }: ElementIds): GraphForm {
  const id = (node: string): string =>
    `CASE WHEN ${hasOwnId(node)} THEN ${node}.id ELSE elementId(${node}) END`;
  // Which property of a label's nodes names them is found out beforehand, and comes as a parameter.
  const caption = (node: string): string =>
    `head([l IN labels(${node}) WHERE $captions[l] IS NOT NULL | ${node}[$captions[l]]])`;
  const isEntity = (node: string): string =>
    `NOT (${node}:Article AND NOT ${node}:Entity AND ${hasPlainId(node)}) AND NOT (${ownRecords(node)})`;
  return {
    filtered: true,
    label: '',
    isEntity,
    every: (node) => `MATCH (${node}) WHERE ${isEntity(node)}`,
    id,
    name: (node) => `coalesce(${textOf(caption(node))}, ${id(node)})`,
    entity: (node) =>
      `{elementId: elementId(${node}), labels: labels(${node}), id: ${node}.id, name: ${node}.name, aliases: ${node}.aliases, anonymous: ${node}.anonymous, caption: ${caption(node)}}`,
    dateText: (value) =>
      `head([text IN [${textOf(value)}] WHERE ${value} =~ '(?s).*' OR text =~ '[0-9]{4}-.+' | text])`,
    texts: (value) => `CASE WHEN ${value} =~ '(?s).*' THEN [${value}] ELSE ${value} END`,
    find: (node, wanted) => {
      const scope = /^\w+/.exec(wanted)?.[0] ?? '';
      // What is an element id is not looked for among own ids, for which there may be no index.
      return `CALL (${scope}) {
    WITH ${scope} WHERE ${wanted} =~ '${ownIdPattern}'
    MATCH (${node}:Entity {id: ${wanted}}) RETURN ${node}
    UNION ALL
    ${seekNode(node, wanted)} AND NOT (${hasOwnId(node)}) AND ${isEntity(node)} RETURN ${node}
  }`;
    },
    isClaim: (source, relationship, target) =>
      `type(${relationship}) <> 'SAME_AS' AND ${isEntity(source)} AND ${isEntity(target)}`,
    claimId: (relationship) =>
      `CASE WHEN ${relationship}.article IS NOT NULL AND ${relationship}.id =~ '[^~]+/[^~]+' THEN ${relationship}.id ELSE elementId(${relationship}) END`,
    findClaims: ownOrElement,
  };
}

/** Goes straight to element ids, and walks over all relationships only where an id of a claim's own is among them. */
const ownOrElement = (relationship: string, ids: string): string =>
  `CALL () {
    MATCH (s)-[${relationship}]->(t) WHERE elementId(${relationship}) IN ${ids} RETURN s, ${relationship}, t
    UNION
    WITH ${ids} AS wanted WHERE any(id IN wanted WHERE id CONTAINS '/')
    MATCH (s)-[${relationship}]->(t) WHERE ${relationship}.article IS NOT NULL AND ${relationship}.id IN wanted
    RETURN s, ${relationship}, t
  }`;

const otherForms: Readonly<Record<OtherForm, GraphForm>> = {
  elements: anyForm({
    node: (node, id) => `MATCH (${node}) WHERE elementId(${node}) = ${id}`,
    textOf: (value) => `toStringOrNull(${value})`,
  }),
  // There a comparison with an element id looks at all nodes, and one with a number goes straight to it.
  numbered: anyForm({
    node: (node, id) =>
      `MATCH (${node}) WHERE id(${node}) = CASE WHEN ${id} STARTS WITH 'n:' THEN toInteger(substring(${id}, 2)) END`,
    textOf: (value) => `toString(${value})`,
  }),
};

interface FormedStatement<P extends Parameters> extends Omit<Statement<P>, 'cypher' | 'forms'> {
  readonly cypher: (form: GraphForm) => string;
}

/** Defines a statement about entities and claims for every form of graph, with a filter and without. */
export function graphStatement<P extends Parameters>({
  name,
  cypher,
  example,
}: FormedStatement<P>): Statement<P> {
  const forms = textsOf(cypher, true);
  const unfiltered = textsOf(cypher, false);
  return {
    name,
    cypher: forms.claims,
    forms,
    ...(unfiltered.claims !== forms.claims && { unfiltered }),
    example,
  };
}

function textsOf(cypher: (form: GraphForm) => string, filtered: boolean) {
  return {
    claims: cypher({ ...claimsForm, filtered }),
    elements: cypher({ ...otherForms.elements, filtered }),
    numbered: cypher({ ...otherForms.numbered, filtered }),
  };
}

/** The statement as it is written for this form of graph and these parameters, with what it needs to know. */
export function inForm<P extends Parameters>(
  { form, captions }: GraphShape,
  statement: Statement<P>,
  parameters: P,
): [Statement, Parameters] {
  const formed = statement.forms?.[form] ?? statement.cypher;
  const cypher = filters(parameters) ? formed : (statement.unfiltered?.[form] ?? formed);
  return [{ ...statement, cypher }, named(cypher, { ...parameters, captions })];
}

/** By text: the parameters that it names. */
const names = new Map<string, readonly string[]>();

/** The parameters that a text names: others would be sent for nothing. */
function named(cypher: string, parameters: Parameters): Parameters {
  const known = names.get(cypher) ?? [
    ...new Set(Array.from(cypher.matchAll(/\$([a-z]\w*)/giu), ([, name = '']) => name)),
  ];
  names.set(cypher, known);
  // One that is missing stays so, for the store to say.
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => known.includes(name)));
}

/** Whether anything is asked of claims, their direction among it. */
function filters({ filter, direction = 'BOTH' }: Parameters): boolean {
  if (direction !== 'BOTH') return true;
  return typeof filter !== 'object' || filter === null || Object.values(filter).some((part) => part !== null);
}
