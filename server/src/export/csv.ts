import type { ExportFormat } from './format.ts';
import type { GraphRelation, NodeRef } from './graph/graph.ts';
import { textIn, valueIn } from './graph/node-entry.ts';
import { readGraph } from './graph/read-graph.ts';
import type { ReadableGraph } from './graph/read-graph.ts';
import type { Properties } from './graph/value.ts';
import { csvRow } from './text/csv-row.ts';
import { valueAsText } from './text/plain-value.ts';

/** Names of speakers and dates of articles, by id. */
interface Names {
  readonly entities: ReadonlyMap<string, string>;
  readonly published: ReadonlyMap<string, string>;
}

interface Column {
  readonly title: string;
  readonly cell: (relation: GraphRelation, names: Names) => string;
}

const property = (name: string, title = name): Column => ({
  title,
  cell: ({ properties }) => {
    const value = valueIn(properties, name);
    return value === undefined ? '' : valueAsText(value);
  },
});

const end = (side: 'source' | 'target'): readonly Column[] => [
  { title: side, cell: (relation) => relation[side].id },
  { title: `${side}Name`, cell: (relation) => relation[side].name },
];

/** The table's columns; new ones go to the end, so that what reads them by place goes on working. */
const columns: readonly Column[] = [
  property('id', 'claim'),
  property('article'),
  {
    title: 'published',
    cell: ({ properties }, { published }) => published.get(textIn(properties, 'article') ?? '') ?? '',
  },
  property('status'),
  ...end('source'),
  { title: 'type', cell: ({ type }) => type },
  ...end('target'),
  property('quote'),
  { title: 'attributedTo', cell: ({ properties }) => listIn(properties, 'attributedTo').join('; ') },
  {
    title: 'speakers',
    cell: ({ properties }, { entities }) =>
      listIn(properties, 'attributedTo')
        .map((id) => entities.get(id) ?? id)
        .join('; '),
  },
  property('date'),
  property('from'),
  property('to'),
  property('dateText'),
  { title: 'disputes', cell: ({ properties }) => listIn(properties, 'disputes').join('; ') },
  property('note'),
];

/** The claims as one table; in a graph without claims its relations. That an article mentions somebody is none. */
export const csv: ExportFormat = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  meaning: 'the claims as one table: names, status, quote, speakers, dates',
  async *write(store, request) {
    const { raw } = request;
    const graph = await readGraph(store, request);
    const names = await namesIn(graph);
    yield csvRow(
      columns.map(({ title }) => title),
      { raw },
    );
    for await (const page of graph.relations()) {
      yield page
        .filter(({ source, type }) => !(type === 'MENTIONS' && source.labels.includes('Article')))
        .map((relation) =>
          csvRow(
            columns.map(({ cell }) => cell(relation, names)),
            { raw },
          ),
        )
        .join('');
    }
  },
};

async function namesIn(graph: ReadableGraph): Promise<Names> {
  const entities = new Map(graph.refs.map(({ id, name }: NodeRef) => [id, name || id]));
  const published = new Map<string, string>();
  if (graph.refs.some(({ labels }) => labels.includes('Article'))) {
    for await (const { ref, properties } of graph.nodes()) {
      const date = textIn(properties, 'publishedAt');
      if (date !== null && ref.labels.includes('Article')) published.set(ref.id, date);
    }
  }
  return { entities, published };
}

function listIn(properties: Properties, name: string): readonly string[] {
  const value = valueIn(properties, name);
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items.map(valueAsText) : [valueAsText(value)];
}
