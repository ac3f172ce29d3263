import type { ExportFormat } from './format.ts';
import type { GraphNode } from './graph/graph.ts';
import { valueIn } from './graph/node-entry.ts';
import { readGraph } from './graph/read-graph.ts';
import { csvRow } from './text/csv-row.ts';
import { mapInJson, valueAsText } from './text/plain-value.ts';

/** Properties with a column of their own. */
const ownColumns = ['description', 'wikidata', 'anonymous'];
const titles = ['id', 'name', 'labels', 'aliases', ...ownColumns, 'properties'];
const shown = new Set(['id', 'name', 'title', 'aliases', ...ownColumns]);

/** The entities as one table; in any other graph its nodes. What has no column stands in `properties`, as JSON. */
export const csvEntities: ExportFormat = {
  name: 'csv-entities',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  meaning: 'the entities as one table: names, types, aliases',
  async *write(store, request) {
    const { raw } = request;
    const graph = await readGraph(store, request);
    yield csvRow(titles, { raw });
    for await (const node of graph.nodes()) {
      if (!node.ref.labels.includes('Article')) yield csvRow(cellsOf(node), { raw });
    }
  },
};

function cellsOf({ ref: { id, name, labels }, properties }: GraphNode): readonly string[] {
  const text = (key: string): string => {
    const value = valueIn(properties, key);
    if (value?.kind === 'list') return value.items.map(valueAsText).join('; ');
    return value === undefined ? '' : valueAsText(value);
  };
  const rest = properties.filter(([key]) => !shown.has(key));
  return [
    id,
    name,
    labels.join('; '),
    text('aliases'),
    ...ownColumns.map(text),
    rest.length === 0 ? '' : mapInJson(rest),
  ];
}
