import { validRange } from '../model/partial-date.ts';
import type { ExportFormat } from './format.ts';
import { columnsOf } from './graph/columns.ts';
import type { GraphNode, GraphRelation } from './graph/graph.ts';
import { textIn } from './graph/node-entry.ts';
import { readGraph } from './graph/read-graph.ts';
import type { Properties } from './graph/value.ts';
import { xmlColumns, xmlId, xmlValue } from './text/xml-column.ts';
import type { XmlColumn } from './text/xml-column.ts';
import { xmlTag } from './text/xml.ts';

const labels: XmlColumn = { name: '', key: 'labels', title: 'labels', type: 'string' };

/** Claims with a date exist from its first day to its last, so that Gephi's timeline can play them. */
export const gexf: ExportFormat = {
  name: 'gexf',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  meaning: 'GEXF 1.3 with the dates of claims, for Gephi and its timeline',
  async *write(store, request) {
    const graph = await readGraph(store, request);
    const { nodes, relations } = await columnsOf(graph);
    const nodeColumns = xmlColumns(nodes, 'n', [labels.title]);
    const edgeColumns = xmlColumns(relations, 'e', []);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n';
    yield declared('node', [labels, ...nodeColumns]) + declared('edge', edgeColumns);
    yield '<nodes>\n';
    for await (const node of graph.nodes()) yield nodeElement(node, nodeColumns);
    yield '</nodes>\n<edges>\n';
    let edge = 0;
    for await (const page of graph.relations()) {
      yield page.map((relation) => edgeElement(relation, edgeColumns, edge++)).join('');
    }
    yield '</edges>\n</graph>\n</gexf>\n';
  },
};

function declared(domain: 'node' | 'edge', columns: readonly XmlColumn[]): string {
  const attributes = columns.map(
    ({ key, title, type }) => `${xmlTag('attribute', { id: key, title, type }, '/>')}\n`,
  );
  return `${xmlTag('attributes', { class: domain, mode: 'static' })}\n${attributes.join('')}</attributes>\n`;
}

function nodeElement({ ref, properties }: GraphNode, columns: readonly XmlColumn[]): string {
  const tag = xmlTag('node', { id: xmlId(ref), label: ref.name || ref.id });
  const own = value(labels.key, ref.labels.join(':'));
  return `${tag}<attvalues>${own}${values(properties, columns)}</attvalues></node>\n`;
}

function edgeElement(relation: GraphRelation, columns: readonly XmlColumn[], index: number): string {
  const { source, target, type, properties } = relation;
  const ends = { source: xmlId(source), target: xmlId(target) };
  const tag = xmlTag('edge', { id: `r${index}`, ...ends, label: type, kind: type });
  return `${tag}<attvalues>${values(properties, columns)}</attvalues>${spellOf(properties)}</edge>\n`;
}

function values(properties: Properties, columns: readonly XmlColumn[]): string {
  const byName = new Map(properties);
  return columns
    .map(({ name, key }) => {
      const found = byName.get(name);
      return found === undefined ? '' : value(key, xmlValue(found));
    })
    .join('');
}

function value(key: string, text: string): string {
  return xmlTag('attvalue', { for: key, value: text }, '/>');
}

/** Days, as Gephi reads them; an end that the claim leaves open stays open. */
function spellOf(properties: Properties): string {
  const range = validRange({
    date: textIn(properties, 'date'),
    from: textIn(properties, 'from'),
    to: textIn(properties, 'to'),
  });
  if (range === null) return '';
  const spell = xmlTag('spell', { start: dayOf(range.min), end: dayOf(range.max) }, '/>');
  return `<spells>${spell}</spells>`;
}

function dayOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}
