import { groupBy } from '../../lib/group-by.ts';
import { bookkeepingLabels } from '../../model/bookkeeping.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import { rowsOf } from '../../store/statement.ts';
import type { Statement } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Parameters, Row } from '../../store/values.ts';
import type { Read } from './reads.ts';
import {
  articleClaimEnds,
  articleNodeNumbers,
  articleNumbers,
  countRelations,
  entityNumbers,
  nodeNumbers,
  relationsOfNodes,
  relationsOfSubgraph,
  retoldArticles,
  subgraphEvidence,
} from './statements.ts';

/** What is exported: everything; what one article says; or some relations, with whatever they rest on. */
export type GraphPart =
  | { readonly kind: 'whole' }
  | { readonly kind: 'article'; readonly article: string }
  | SubgraphPart;

/** By the numbers that the store gave its nodes, which never leave the server. */
export interface SubgraphPart {
  readonly kind: 'subgraph';
  readonly nodes: readonly number[];
  /** All relationships of these types between these nodes. */
  readonly relations: readonly RelationPlace[];
}

export interface RelationPlace {
  readonly source: number;
  readonly type: string;
  readonly target: number;
}

/** A part whose nodes are known: how to read the relations that leave some of them. */
export interface OpenPart {
  /** The numbers of all nodes that are exported. */
  readonly nodes: readonly number[];
  /** How many exported relations leave each of the nodes; none where it is not named. */
  relationCounts(): Promise<ReadonlyMap<number, number>>;
  /** Columns `number`, `source`, `target`, `type`, `properties`, and those of kinds. */
  readonly statement: Statement;
  parametersOf(numbers: readonly number[]): Parameters;
  /** Whether a row of the statement is of the part. */
  contains(row: Row): boolean;
}

const NODES_AT_ONCE = 1_000;
const NUMBERS_AT_ONCE = 100_000;

export async function openPart(read: Read, part: GraphPart): Promise<OpenPart> {
  switch (part.kind) {
    case 'whole':
      return partOfScope(read, await allNumbers(read), { article: null, prefix: null });
    case 'article': {
      const { article } = part;
      const numbers = await read((transaction) => numbersOfArticle(transaction, article));
      return partOfScope(read, numbers, { article, prefix: `${article}/` });
    }
    case 'subgraph':
      return openSubgraph(read, part);
  }
}

/** Parameters that choose relations: those of one article, or all. */
interface Scope extends Parameters {
  readonly article: string | null;
  readonly prefix: string | null;
}

function partOfScope(read: Read, nodes: readonly number[], scope: Scope): OpenPart {
  return {
    nodes,
    relationCounts: async () => {
      const counts = new Map<number, number>();
      for (let at = 0; at < nodes.length; at += NODES_AT_ONCE) {
        const parameters = { numbers: nodes.slice(at, at + NODES_AT_ONCE), ...scope };
        const rows = await read((transaction) => rowsOf(transaction, countRelations, parameters));
        for (const row of rows) counts.set(numberOf(row), Number(row['relations']));
      }
      return counts;
    },
    statement: relationsOfNodes,
    parametersOf: (numbers) => ({ numbers, ...scope }),
    contains: () => true,
  };
}

async function allNumbers(read: Read): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (let after = -1; ;) {
    const parameters = { after, hidden: bookkeepingLabels, limit: NUMBERS_AT_ONCE };
    const page = (await read((transaction) => rowsOf(transaction, nodeNumbers, parameters))).map(numberOf);
    // One by one: as arguments of one call, this many would not fit the stack.
    for (const number of page) numbers.push(number);
    const last = page.at(-1);
    if (last === undefined || page.length < NUMBERS_AT_ONCE) return numbers;
    after = last;
  }
}

/** The article, what it mentions and retells, the ends of its claims and their speakers. */
async function numbersOfArticle(transaction: Transaction, article: string): Promise<readonly number[]> {
  const own = await rowsOf(transaction, articleNodeNumbers, { article });
  const ends = await rowsOf(transaction, articleClaimEnds, { article, prefix: `${article}/` });
  const numbers = new Set([
    ...own.map(numberOf),
    ...ends.flatMap(({ source, target }) => [Number(source), Number(target)]),
    ...(await evidenceNumbers(transaction, { articles: [article], speakers: speakersIn(ends) })),
  ]);
  return [...numbers];
}

interface Evidence {
  readonly articles: readonly string[];
  readonly speakers: readonly string[];
}

/** Whoever speaks, the articles, and what they retell. */
async function evidenceNumbers(
  transaction: Transaction,
  { articles, speakers }: Evidence,
): Promise<readonly number[]> {
  const numbers = [
    ...(await rowsOf(transaction, entityNumbers, { ids: speakers })),
    ...(await rowsOf(transaction, articleNumbers, { articles })),
  ].map(numberOf);
  const seen = new Set(articles);
  for (let next = articles; next.length > 0;) {
    const retold: readonly Row[] = await rowsOf(transaction, retoldArticles, { articles: next });
    numbers.push(...retold.map(numberOf));
    next = retold.flatMap((row) => textOf(row['id']) ?? []).filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
  }
  return numbers;
}

async function openSubgraph(read: Read, { nodes, relations }: SubgraphPart): Promise<OpenPart> {
  const bySource = groupBy(relations, ({ source }) => source);
  const wanted = new Set(relations.map(keyOf));
  const contains = (row: Row): boolean => {
    const { source, type, target } = row;
    return wanted.has(keyOf({ source: Number(source), type: textOf(type) ?? '', target: Number(target) }));
  };
  const parametersOf = (numbers: readonly number[]): Parameters => ({
    sources: numbers.flatMap((number) => {
      const own = bySource.get(number);
      if (!own) return [];
      const targets = own.map(({ target }) => target);
      return [{ number, targets, types: Array.from(new Set(own.map(({ type }) => type))) }];
    }),
  });
  const { claims, evidence } = await read(async (transaction) => {
    const rows = await rowsOf(transaction, subgraphEvidence, parametersOf([...bySource.keys()]));
    const found = rows.filter(contains);
    const articles = Array.from(new Set(found.flatMap(({ article }) => textOf(article) ?? [])));
    const speakers = speakersIn(found);
    return { claims: found, evidence: await evidenceNumbers(transaction, { articles, speakers }) };
  });
  const counts = groupBy(claims, ({ source }) => Number(source));
  return {
    nodes: Array.from(new Set([...nodes, ...evidence])),
    relationCounts: async () => new Map(Array.from(counts, ([source, own]) => [source, own.length])),
    statement: relationsOfSubgraph,
    parametersOf,
    contains,
  };
}

function keyOf({ source, type, target }: RelationPlace): string {
  return `${source} ${target} ${type}`;
}

function speakersIn(rows: readonly Row[]): readonly string[] {
  return Array.from(new Set(rows.flatMap(({ speakers }) => textsOf(speakers))));
}

function numberOf(row: Row): number {
  return Number(row['number']);
}
