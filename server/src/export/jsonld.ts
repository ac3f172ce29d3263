import type { ExportFormat } from './format.ts';
import type { GraphNode, GraphRelation } from './graph/graph.ts';
import { textIn } from './graph/node-entry.ts';
import { readGraph } from './graph/read-graph.ts';
import type { ExportValue, Properties } from './graph/value.ts';
import { propertyTerm, termsOf } from './linked/terms.ts';
import type { Term } from './linked/terms.ts';
import { claimIri, inScript, labelIri, nodeIri, propertyIri, typeIri } from './linked/value.ts';

/**
 * A claim is an rdf:Statement, which nobody takes for a fact: a denied one says no more than that it was
 * denied. Only what rests on no article, as in graphs of other kinds, is a plain triple too.
 */
export const jsonld: ExportFormat = {
  name: 'jsonld',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  meaning:
    'JSON-LD in the words of schema.org and PROV, for RDF stores: claims as statements with their evidence',
  async *write(store, request) {
    const graph = await readGraph(store, request);
    yield `{"@context": ${context},\n"@graph": [`;
    let separator = '\n';
    for await (const node of graph.nodes()) {
      yield separator + nodeObject(node);
      separator = ',\n';
    }
    let index = 0;
    for await (const page of graph.relations()) {
      const objects = page.flatMap((relation) => relationObjects(relation, index++));
      if (objects.length > 0) yield separator + objects.join(',\n');
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

const context = `{
  "cg": "urn:claimgraph:",
  "schema": "https://schema.org/",
  "prov": "http://www.w3.org/ns/prov#",
  "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
  "xsd": "http://www.w3.org/2001/XMLSchema#"
}`;

/** What schema.org calls them; any other label has a class of its own alone. */
const classes: Readonly<Record<string, string>> = {
  Article: 'schema:NewsArticle',
  Person: 'schema:Person',
  Organization: 'schema:Organization',
  Company: 'schema:Corporation',
  Outlet: 'schema:NewsMediaOrganization',
  Country: 'schema:Country',
  Place: 'schema:Place',
  Event: 'schema:Event',
  Report: 'schema:Report',
};

function nodeObject({ ref, properties }: GraphNode): string {
  const own = ref.labels.flatMap((label) => classes[label] ?? []);
  const types = [...ref.labels.map(labelIri), ...own];
  const kind = ref.labels.includes('Article') ? 'article' : 'entity';
  return objectOf([
    ['@id', inScript(nodeIri(ref.id))],
    ...(types.length > 0 ? [['@type', listOf(types.map(inScript))] as const] : []),
    ...(ref.name === '' ? [] : [['rdfs:label', inScript(ref.name)] as const]),
    ...termsIn(properties, kind),
  ]);
}

function relationObjects(
  { source, target, type, properties }: GraphRelation,
  index: number,
): readonly string[] {
  const ends = { source: inScript(nodeIri(source.id)), target: inScript(nodeIri(target.id)) };
  const about = (predicate: string): string =>
    objectOf([
      ['@id', ends.source],
      [predicate, reference(ends.target)],
    ]);
  if (type === 'MENTIONS' && source.labels.includes('Article')) return [about('schema:mentions')];
  const isClaim = textIn(properties, 'article') !== null;
  const id = textIn(properties, 'id');
  const statement = objectOf([
    ['@id', inScript(isClaim && id !== null ? claimIri(id) : `_:r${index}`)],
    ['@type', listOf(['rdf:Statement', ...(isClaim ? ['schema:Claim'] : [])].map(inScript))],
    ['rdf:subject', reference(ends.source)],
    ['rdf:predicate', reference(inScript(typeIri(type)))],
    ['rdf:object', reference(ends.target)],
    ...termsIn(properties, isClaim ? 'claim' : 'relation'),
  ]);
  return isClaim ? [statement] : [about(typeIri(type)), statement];
}

type Member = readonly [key: string, json: string];

/** Every property by its own name, and by the words of others where it has such. */
function termsIn(properties: Properties, kind: Parameters<typeof termsOf>[0]): readonly Member[] {
  const terms = termsOf(kind);
  return properties.flatMap(([name, value]): readonly Member[] => {
    const known = terms.get(name)?.flatMap((term) => memberOf(term, value)) ?? [];
    return known.length > 0 ? known : memberOf(propertyTerm(propertyIri(name)), value);
  });
}

/** None where the value does not fit the term: a reference is a text. */
function memberOf({ key, write }: Term, value: ExportValue): readonly Member[] {
  const json = write(value);
  return json === null ? [] : [[key, json]];
}

function reference(iri: string): string {
  return `{"@id": ${iri}}`;
}

function listOf(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

function objectOf(members: readonly Member[]): string {
  return `{${members.map(([key, json]) => `${inScript(key)}: ${json}`).join(', ')}}`;
}
