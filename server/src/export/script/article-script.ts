import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import type { ExportRequest } from '../format.ts';
import type { GraphNode, GraphRelation, NodeRef } from '../graph/graph.ts';
import { textIn } from '../graph/node-entry.ts';
import { readGraph } from '../graph/read-graph.ts';
import type { Properties } from '../graph/value.ts';
import { mapInCypher, nameInCypher, valueInCypher } from '../text/cypher-value.ts';

const head = `// One article, exported: its text, the entities that it names, and its claims.
// Name the file after the article, and \`claimgraph load\` checks it and replaces what the graph holds of it.

`;

/**
 * An article's part of the graph in the form that authors write, one statement a claim. Throws StoreError
 * BAD_VALUE if there is no such article, NOT_SUPPORTED for what no article's script may say.
 */
export async function* articleScript(
  store: Store,
  request: ExportRequest,
  article: string,
): AsyncGenerator<string> {
  const graph = await readGraph(store, request);
  if (!graph.refs.some(({ id, labels }) => id === article && labels.includes('Article'))) {
    throw new StoreError({
      code: 'BAD_VALUE',
      message: `There is no article "${article}" in the graph.`,
      hint: "Give the article's id, which is the name of its script without .cypher.",
    });
  }
  yield head;
  for await (const node of graph.nodes()) yield nodeStatement(node, article);
  const mentioned: string[] = [];
  const claims: string[] = [];
  for await (const page of graph.relations()) {
    for (const relation of page) {
      if (isMention(relation)) mentioned.push(literal(relation.target.id));
      else claims.push(claimStatement(relation));
    }
  }
  if (mentioned.length > 0) yield mentionStatement(article, mentioned);
  yield claims.join('');
}

function isMention({ source, type }: GraphRelation): boolean {
  return type === 'MENTIONS' && source.labels.includes('Article');
}

function nodeStatement({ ref, properties }: GraphNode, article: string): string {
  const id = literal(ref.id);
  if (ref.labels.includes('Article')) {
    // The text of another article is that one's own to say.
    const others = ref.id === article ? ['id'] : ['id', 'text'];
    return `MERGE (a:Article {id: ${id}})\nSET a += ${mapInCypher(without(properties, others))};\n\n`;
  }
  refuseUnlessEntity(ref);
  const labels = ref.labels.filter((label) => label !== 'Entity').map((label) => `:${nameInCypher(label)}`);
  const typed = labels.length > 0 ? `e${labels.join('')}, ` : '';
  return `MERGE (e:Entity {id: ${id}})\nSET ${typed}e += ${mapInCypher(without(properties, ['id']))};\n\n`;
}

function mentionStatement(article: string, mentioned: readonly string[]): string {
  return `MATCH (a:Article {id: ${literal(article)}})
UNWIND [
  ${mentioned.join(',\n  ')}
] AS id
MATCH (e:Entity {id: id})
MERGE (a)-[:MENTIONS]->(e);

`;
}

function claimStatement({ source, target, type, properties }: GraphRelation): string {
  const id = textIn(properties, 'id');
  if (id === null) throw notInScript(`A relation ${type} from "${source.id}" to "${target.id}" has no id.`);
  const ends = `(a:Entity {id: ${literal(source.id)}}), (b:Entity {id: ${literal(target.id)}})`;
  return `MATCH ${ends}
MERGE (a)-[r:${nameInCypher(type)} {id: ${literal(id)}}]->(b)
SET r += ${mapInCypher(without(properties, ['id']))};

`;
}

function refuseUnlessEntity({ id, labels }: NodeRef): void {
  if (!labels.includes('Entity') || /^_\d+$/u.test(id)) {
    throw notInScript(
      `A node of the article (labels: ${labels.join(', ') || 'none'}) is no entity with an id.`,
    );
  }
}

function notInScript(message: string): StoreError {
  return new StoreError({
    code: 'NOT_SUPPORTED',
    message,
    hint: "An article's script cannot say that. Export the whole graph, or the article as JSON.",
  });
}

function without(properties: Properties, names: readonly string[]): Properties {
  return properties.filter(([name]) => !names.includes(name));
}

function literal(text: string): string {
  return valueInCypher({ kind: 'text', value: text });
}
