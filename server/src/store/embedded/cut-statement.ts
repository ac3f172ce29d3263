import { depthChange } from '../../lib/brackets.ts';
import { codeTokens, type CodeToken } from './code-tokens.ts';
import { nameOf } from './property-expression.ts';

/** One of the statements that a long one is run as, one after another in one transaction. */
export interface Piece {
  /** Takes `$claimgraph_carried`, the inner numbers of the nodes that `needs` names, in its order. */
  readonly text: string;
  /** Nodes of earlier pieces that it goes on with. */
  readonly needs: readonly string[];
  /** Nodes that it makes or finds. All pieces but the last return one row: how many rows they came to, then a list of inner numbers for each of these. */
  readonly gives: readonly string[];
  /** Lines of the statement that stand before the piece, less those that were put in front of it. */
  readonly linesBefore: number;
}

/** The engine takes 128 levels; a clause with a pattern of several relations has several. */
const CLAUSES_PER_PIECE = 24;
const STARTS = new Set(['CREATE', 'MERGE', 'MATCH', 'SET', 'FOREACH']);
const ENDS = new Set(
  'WITH RETURN UNWIND OPTIONAL CALL DELETE DETACH REMOVE UNION ORDER SKIP LIMIT'.split(' '),
);

interface Clause {
  readonly keyword: string;
  readonly tokens: readonly CodeToken[];
}

/**
 * Cuts a statement of many CREATE, MERGE, MATCH, SET and FOREACH clauses, which would nest too deeply, into
 * pieces: a clause means what it does to the graph and to the rows before it, so that the statement may
 * stop between any two of them as long as all rows go on. The pieces go on with nodes alone, and with one row:
 * who runs them has to see that each piece but the last gives exactly one. Undefined where the statement
 * cannot be cut like this.
 */
export function cutStatement(cypher: string): readonly Piece[] | undefined {
  const clauses = clausesOf(codeTokens(cypher));
  const tail = clauses.findIndex(({ keyword }) => !STARTS.has(keyword));
  const head = tail < 0 ? clauses : clauses.slice(0, tail);
  const groups: (readonly Clause[])[] = [];
  for (let at = 0; at < head.length; at += CLAUSES_PER_PIECE)
    groups.push(head.slice(at, at + CLAUSES_PER_PIECE));
  const last = groups.pop();
  if (last === undefined || groups.length === 0) return undefined;
  groups.push(tail < 0 ? last : [...last, ...clauses.slice(tail)]);
  return piecesOf(cypher, groups);
}

function piecesOf(cypher: string, groups: readonly (readonly Clause[])[]): readonly Piece[] | undefined {
  const known = new Set<string>();
  const pieces: Piece[] = [];
  for (const [index, group] of groups.entries()) {
    const used = namesIn(group);
    const later = namesIn(groups.slice(index + 1).flat());
    const made = madeIn(group);
    // A relation or a path cannot go on, and `*` would name what is not there any more.
    if ([...made.others].some((name) => later.has(name)) || later.has('*')) return undefined;
    const needs = [...known].filter((name) => used.has(name));
    for (const name of made.nodes) known.add(name);
    const isLast = index === groups.length - 1;
    const gives = isLast ? [] : [...made.nodes].filter((name) => later.has(name));
    const piece = pieceOf(cypher, group, { needs, gives, isLast });
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

function pieceOf(
  cypher: string,
  group: readonly Clause[],
  { needs, gives, isLast }: Pick<Piece, 'needs' | 'gives'> & { readonly isLast: boolean },
): Piece | undefined {
  const start = group[0]?.tokens[0]?.start;
  const end = group.at(-1)?.tokens.at(-1)?.end;
  if (start === undefined || end === undefined) return undefined;
  const before = cypher.slice(0, start).split('\n');
  const front = needs.length === 0 ? '' : `${carriedNodes(needs)}\n`;
  const back = isLast
    ? ''
    : `\nRETURN ${['count(*) AS rows', ...gives.map((name) => `collect(id(${quoted(name)}))`)].join(', ')}`;
  return {
    text: `${front}${' '.repeat(before.at(-1)?.length ?? 0)}${cypher.slice(start, end)}${back}`,
    needs,
    gives,
    linesBefore: (needs.length === 0 ? 0 : 1) - (before.length - 1),
  };
}

/** One row with the nodes under their names; all are sought by number at once, which is one level deep. */
function carriedNodes(names: readonly string[]): string {
  const nodes = names.map(
    (name, at) => `head([n IN nodes WHERE id(n) = $claimgraph_carried[${at}]]) AS ${quoted(name)}`,
  );
  return `MATCH (n) WHERE id(n) IN $claimgraph_carried WITH collect(n) AS nodes WITH ${nodes.join(', ')}`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}

function clausesOf(tokens: readonly CodeToken[]): readonly Clause[] {
  const clauses: { keyword: string; tokens: CodeToken[] }[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    depth += depthChange(token);
    const before = tokens[at - 1];
    const isName = before?.text === '.' || before?.text === ':' || before?.keyword === 'ON';
    const opens = depth === 0 && !isName && (STARTS.has(token.keyword) || ENDS.has(token.keyword));
    // `ON CREATE SET` belongs to its MERGE.
    const continues = token.keyword === 'SET' && tokens[at - 2]?.keyword === 'ON';
    if ((opens && !continues) || clauses.length === 0) clauses.push({ keyword: token.keyword, tokens: [] });
    clauses.at(-1)?.tokens.push(token);
  }
  return clauses;
}

/** All words, so that nothing which may be a variable is missed; `*` where it names all variables. */
function namesIn(clauses: readonly Clause[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { keyword, tokens } of clauses) {
    for (const { kind, text } of tokens)
      if (kind === 'word' || kind === 'quoted-name') names.add(nameOf(text));
    if ((keyword === 'WITH' || keyword === 'RETURN') && tokens[1]?.text === '*') names.add('*');
  }
  return names;
}

interface Made {
  readonly nodes: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** The variables that the patterns of clauses name. */
function madeIn(clauses: readonly Clause[]): Made {
  const nodes = new Set<string>();
  const others = new Set<string>();
  for (const { keyword, tokens } of clauses) {
    if (keyword === 'SET' || keyword === 'FOREACH') continue;
    let depth = 0;
    for (const [at, token] of tokens.entries()) {
      if (token.keyword === 'WHERE' || token.keyword === 'ON') break;
      depth += depthChange(token);
      const next = tokens[at + 1];
      const isName = next?.kind === 'word' || next?.kind === 'quoted-name';
      if (depth === 1 && isName && token.text === '(') nodes.add(nameOf(next.text));
      if (depth === 1 && isName && token.text === '[') others.add(nameOf(next.text));
      if (depth === 0 && token.text === '=') others.add(nameOf(tokens[at - 1]?.text ?? ''));
    }
  }
  return { nodes, others };
}
