import type { ExportFormat } from './format.ts';
import { columnsOf } from './graph/columns.ts';
import { readGraph } from './graph/read-graph.ts';
import type { Properties } from './graph/value.ts';
import { xmlColumns, xmlId, xmlValue } from './text/xml-column.ts';
import type { XmlColumn } from './text/xml-column.ts';
import { xmlTag, xmlText } from './text/xml.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/** Keys that are no properties: what a node is called and its labels, joined by colons; a relation's type. */
const nodeKeys = ['label', 'labels'];
const edgeKeys = ['type'];

export const graphml: ExportFormat = {
  name: 'graphml',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  meaning: 'GraphML with typed keys, for Gephi, yEd, Cytoscape and NetworkX',
  async *write(store, request) {
    const graph = await readGraph(store, request);
    const { nodes, relations } = await columnsOf(graph);
    const nodeColumns = xmlColumns(nodes, 'n', nodeKeys);
    const edgeColumns = xmlColumns(relations, 'e', edgeKeys);
    yield head;
    for (const name of nodeKeys) yield keyTag(name, name, { domain: 'node', type: 'string' });
    for (const { key, title, type } of nodeColumns) yield keyTag(key, title, { domain: 'node', type });
    for (const name of edgeKeys) yield keyTag(name, name, { domain: 'edge', type: 'string' });
    for (const { key, title, type } of edgeColumns) yield keyTag(key, title, { domain: 'edge', type });
    yield '<graph id="claimgraph" edgedefault="directed">\n';
    for await (const { ref, properties } of graph.nodes()) {
      const own = data('label', ref.name || ref.id) + data('labels', ref.labels.join(':'));
      yield `${xmlTag('node', { id: xmlId(ref) })}${own}${dataOf(properties, nodeColumns)}</node>\n`;
    }
    let edge = 0;
    for await (const page of graph.relations()) {
      yield page
        .map(({ source, target, type, properties }) => {
          const tag = xmlTag('edge', { id: `r${edge++}`, source: xmlId(source), target: xmlId(target) });
          return `${tag}${data('type', type)}${dataOf(properties, edgeColumns)}</edge>\n`;
        })
        .join('');
    }
    yield '</graph>\n</graphml>\n';
  },
};

function keyTag(
  id: string,
  name: string,
  { domain, type }: { domain: 'node' | 'edge'; type: string },
): string {
  return `${xmlTag('key', { id, for: domain, 'attr.name': name, 'attr.type': type }, '/>')}\n`;
}

function dataOf(properties: Properties, columns: readonly XmlColumn[]): string {
  const values = new Map(properties);
  return columns
    .map(({ name, key }) => {
      const value = values.get(name);
      return value === undefined ? '' : data(key, xmlValue(value));
    })
    .join('');
}

function data(key: string, text: string): string {
  return `${xmlTag('data', { key })}${xmlText(text)}</data>`;
}
