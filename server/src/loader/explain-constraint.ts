import { rowsOf, statement } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';
import type { Row, StoreMap } from '../store/values.ts';
import { scriptsOfArticles } from './article-graph.ts';
import type { PreparedScript } from './prepared-script.ts';
import { mapOf, textOf, textsOf } from './row-values.ts';
import { problemAt } from './script-problem.ts';
import type { ScriptProblem } from './script-problem.ts';

/** A value that only one node with this label may have. */
interface Unique {
  readonly label: string;
  readonly property: string;
  readonly value: string | number;
}

const nodesWith = statement({
  name: 'loader.nodes-with',
  cypher: `MATCH (n) WHERE $label IN labels(n) AND n[$property] = $value
RETURN labels(n) AS labels, properties(n) AS properties LIMIT $limit`,
  example: { label: 'Entity', property: 'id', value: 'cia', limit: 2 },
});

const mentionedBy = statement({
  name: 'loader.mentioned-by',
  cypher: `MATCH (a:Article)-[:MENTIONS]->(e:Entity {id: $id}) RETURN DISTINCT a.id AS id ORDER BY id`,
  example: { id: 'cia' },
});

/**
 * Says which nodes a violated constraint is about, and whose script made the one that is there: stores
 * name them by numbers of their own. Anything else is given back as it is. Throws StoreError.
 */
export async function explainConstraint(
  store: Store,
  problem: ScriptProblem,
  prepared: PreparedScript,
): Promise<ScriptProblem> {
  if (problem.code !== 'CONSTRAINT') return problem;
  const { line, column } = problem;
  const offset = line === null || column === null ? 0 : prepared.lines.offsetAt({ line, column });
  const schema = prepared.schema.find((candidate) => candidate.offset === offset);
  const unique = schema ? uniqueOfSchema(schema.cypher, problem.message) : uniqueOf(problem.message);
  if (!unique) return problem;
  const nodes = await store.read((transaction) => readOwned(transaction, unique));
  const { message, hint } = schema ? ofSchema(unique, nodes) : ofStatement(unique, nodes);
  const said = schema ? -1 : prepared.script.text.indexOf(String(unique.value), offset);
  const finding = { code: problem.code, message, hint, offset: said < 0 ? offset : said };
  const length = said < 0 ? 1 : String(unique.value).length;
  return problemAt({ ...finding, length }, problem.file, prepared.lines);
}

/** As Neo4j and the embedded store say it. */
const messages = [
  /with label `(?<label>[^`]+)` and property `(?<property>[^`]+)` = (?<value>'.*'|[-\d.]+)$/su,
  /property '(?<property>[^']+)' with value (?<value>".*"|\w+\([-\d.]+\)|[-\d.]+) already exists on :(?<label>[\w]+)/su,
];

function uniqueOf(message: string): Unique | null {
  for (const pattern of messages) {
    const { label, property, value } = pattern.exec(message)?.groups ?? {};
    if (label && property && value) return { label, property, value: valueOf(value) };
  }
  return null;
}

function uniqueOfSchema(cypher: string, message: string): Unique | null {
  const constraint =
    /\(\s*\w+\s*:\s*`?(?<label>\w+)`?\s*\)\s*REQUIRE\s*\(?\s*\w+\s*\.\s*`?(?<property>\w+)/iu;
  const { label, property } = constraint.exec(cypher)?.groups ?? {};
  const value = /(?:` = |the value )(?<value>'.*?'|".*?"|[-\d.]*\d)/su.exec(message)?.groups?.['value'];
  return label && property && value ? { label, property, value: valueOf(value) } : null;
}

function valueOf(written: string): string | number {
  // The embedded engine names the type of a number: Int64(7).
  return /^['"]/.test(written) ? written.slice(1, -1) : Number(written.replaceAll(/^\w+\(|\)$/gu, ''));
}

/** A node in words, and what made it. */
interface Owned {
  readonly name: string;
  readonly owner: string | null;
}

async function readOwned(transaction: Transaction, unique: Unique): Promise<readonly Owned[]> {
  const rows = await rowsOf(transaction, nodesWith, { ...unique, limit: 2 });
  const owned: Owned[] = [];
  for (const row of rows) owned.push({ name: nameOf(row), owner: await ownerOf(transaction, row) });
  return owned.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf(row: Row): string {
  const properties = mapOf(row['properties']);
  const name = textOf(properties['name']) || textOf(properties['title']);
  const labels = textsOf(row['labels']).toSorted().join(':');
  return name === '' ? `a node :${labels} ${shown(properties)}` : `"${name}" (:${labels})`;
}

function shown(properties: StoreMap): string {
  const text = JSON.stringify(properties, (_key, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The script of the article that it is, or of those that mention it. */
async function ownerOf(transaction: Transaction, row: Row): Promise<string | null> {
  const id = textOf(mapOf(row['properties'])['id']);
  const isArticle = textsOf(row['labels']).includes('Article');
  const mentioning = isArticle ? [] : await rowsOf(transaction, mentionedBy, { id });
  const articles = isArticle ? [id] : mentioning.map((article) => textOf(article['id']));
  if (articles.length === 0) return null;
  const scripts = await rowsOf(transaction, scriptsOfArticles, { articles });
  return scripts.map((script) => textOf(script['path'])).join(', ') || null;
}

type Words = Pick<ScriptProblem, 'message'> & { readonly hint: string };

function ofStatement({ label, property, value }: Unique, [there]: readonly Owned[]): Words {
  const which = `:${label} with ${property} ${JSON.stringify(value)}`;
  const pattern = `MERGE (n:${label} {${property}: ${JSON.stringify(value)}})`;
  const hint = `${pattern} uses the one that is there; or give the new one another ${property}.`;
  if (!there)
    return {
      message: `This makes a second node ${which}: the first is of this script too, or of one before it.`,
      hint,
    };
  const owner = there.owner === null ? '' : `, of ${there.owner}`;
  return { message: `This makes a second node ${which}. There is ${there.name} already${owner}.`, hint };
}

function ofSchema({ label, property, value }: Unique, nodes: readonly Owned[]): Words {
  const names = nodes.map(({ name, owner }) => (owner === null ? name : `${name}, of ${owner}`));
  return {
    message: `The constraint does not hold: ${names.join(' and ')} both are :${label} with ${property} ${JSON.stringify(value)}.`,
    hint: `Give each a ${property} of its own, or merge them, and load the script again.`,
  };
}

export const constraintStatements = [nodesWith, mentionedBy];
