import type { ExportFormat } from './format.ts';
import type { GraphNode, GraphRelation } from './graph/graph.ts';
import { readGraph } from './graph/read-graph.ts';
import { mapInJson, textInJson } from './text/plain-value.ts';

/** Raised when what readers find where changes. */
const version = 1;

/**
 * Node-link form: `networkx.node_link_graph(json.load(file), edges='edges')`, as releases before 3.6 need it, and
 * `pandas.json_normalize(data['nodes'])`.
 * One line a node and a relation. `key` tells parallel relations apart and means nothing else.
 */
export const json: ExportFormat = {
  name: 'json',
  extension: 'json',
  mediaType: 'application/json',
  meaning: 'node-link JSON, for NetworkX, pandas and D3',
  async *write(store, request) {
    const graph = await readGraph(store, request);
    const about = `{"format": "claimgraph", "version": ${version}}`;
    yield `{"directed": true, "multigraph": true, "graph": ${about},\n"nodes": [`;
    let separator = '\n';
    for await (const node of graph.nodes()) {
      yield separator + nodeInJson(node);
      separator = ',\n';
    }
    yield '\n],\n"edges": [';
    let key = 0;
    for await (const page of graph.relations()) {
      yield page.map((relation) => `${key === 0 ? '' : ','}\n${relationInJson(relation, key++)}`).join('');
    }
    yield '\n]}\n';
  },
};

function nodeInJson({ ref: { id, labels }, properties }: GraphNode): string {
  const labelList = labels.map(textInJson).join(', ');
  return `{"id": ${textInJson(id)}, "labels": [${labelList}], "properties": ${mapInJson(properties)}}`;
}

function relationInJson({ source, target, type, properties }: GraphRelation, key: number): string {
  const ends = `"source": ${textInJson(source.id)}, "target": ${textInJson(target.id)}`;
  return `{${ends}, "key": ${key}, "type": ${textInJson(type)}, "properties": ${mapInJson(properties)}}`;
}
