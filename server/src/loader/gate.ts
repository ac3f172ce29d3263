import type { Token } from '../lib/cypher-lexer.ts';
import { modernForm } from './old-syntax.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/** An article's script tells what an article says; any other script may bring a graph of its own. */
export type ScriptKind = 'article' | 'graph';

/** Words with which a statement on data may begin. */
const openings = ['MERGE', 'CREATE', 'MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'FOREACH'];

/** A clause that no script may hold, however it is wrapped. Words are compared in upper case. */
interface RefusedClause {
  readonly word: string;
  /** The word that has to follow; else the word counts wherever it can only be a clause. */
  readonly followedBy?: readonly string[];
  readonly message: string;
  readonly hint: string;
}

const deletes = {
  message: 'A script may not delete anything.',
  hint: 'Take the clause out: the loader itself replaces the claims of a script that changed.',
};

const refusedClauses: readonly RefusedClause[] = [
  {
    word: 'LOAD',
    followedBy: ['CSV', 'DATA'],
    message: 'A script may not read files or pages.',
    hint: 'Write the data into the script, for example as UNWIND [{...}, {...}] AS row.',
  },
  {
    word: 'CALL',
    message: 'A script may not call procedures or subqueries.',
    hint: 'Write it with MATCH, MERGE, CREATE, SET, UNWIND, WITH and FOREACH; a script is one transaction as it is.',
  },
  { word: 'DELETE', ...deletes },
  { word: 'DETACH', ...deletes },
  { word: 'NODETACH', ...deletes },
  {
    word: 'REMOVE',
    message: 'A script may not remove properties or labels.',
    hint: 'Take the clause out; to drop a property of an entity, SET it to null.',
  },
  {
    word: 'USING',
    followedBy: ['PERIODIC'],
    message: 'USING PERIODIC COMMIT was removed in Neo4j 5.',
    hint: 'Take it out: a script is one transaction.',
  },
];

/** What follows a word that opens a clause; anything else makes the word a name. */
const clauseFollows = new Set<Token['kind']>(['word', 'quoted-name', 'parameter', 'string', 'number']);
const clauseFollowsSymbols = new Set(['(', '{', '[']);
const builtInNamespaces = new Set([
  'DATE',
  'DATETIME',
  'LOCALDATETIME',
  'LOCALTIME',
  'TIME',
  'DURATION',
  'POINT',
]);

/**
 * What a script asks for and may not have. Works on tokens, so that comments, case and line breaks hide
 * nothing; a lexer has refused escapes outside of strings before. Names that only look like clauses
 * (`n.delete`, `(call)`) pass; where it is not clear, it is refused.
 */
export function gateFindings(part: Part, text: string, kind: ScriptKind): readonly Finding[] {
  if (part.kind === 'schema') return schemaFindings(part, kind);
  const upper = part.tokens.map((token) => text.slice(token.start, token.end).toUpperCase());
  const opening = upper[0] ?? '';
  const findings: Finding[] = [];
  if (!openings.includes(opening)) findings.push(openingFinding(part, opening));
  let refused = -2;
  for (const [index, { kind: token, start, end }] of part.tokens.entries()) {
    const clause =
      computedName(upper, index) ??
      ownNode(upper[index]) ??
      refusedClause(part.tokens, upper, index) ??
      (token === 'word' || token === 'quoted-name' ? namespacedCall(part.tokens, upper, index) : null);
    // `DETACH DELETE` and `CALL name.name()` are said once.
    if (clause && refused < index - 1) {
      const { message, hint } = clause;
      findings.push({ code: 'SCRIPT_NOT_ALLOWED', message, hint, offset: start, length: end - start });
    }
    if (clause) refused = index;
  }
  // Where a statement begins with a refused clause, the clause says more than the opening.
  return findings.length > 1 && findings[0]?.offset === findings[1]?.offset ? findings.slice(1) : findings;
}

/** `:$(expression)`, `:$all(...)`: Neo4j computes the label or type, so that no reader sees which it is. */
function computedName(
  upper: readonly string[],
  index: number,
): Pick<RefusedClause, 'message' | 'hint'> | null {
  if (!/^\$(?:ALL|ANY)?$/.test(upper[index] ?? '') || upper[index + 1] !== '(') return null;
  return {
    message: 'A label or type may not be computed.',
    hint: 'Write it out; the embedded store knows no other way, and a reader sees what it is.',
  };
}

/** The loader's own memory. */
function ownNode(word: string | undefined): Pick<RefusedClause, 'message' | 'hint'> | null {
  if (word?.replaceAll('`', '') !== 'LOADEDSCRIPT') return null;
  return {
    message: 'LoadedScript is how the loader remembers what it loaded; no script may touch it.',
    hint: 'Choose another name.',
  };
}

function openingFinding(part: Part, opening: string): Finding {
  const { start, end } = part.tokens[0] ?? { start: part.offset, end: part.offset };
  const allowed = openings.filter((word) => word !== 'OPTIONAL').join(', ');
  const word = part.tokens[0]?.kind === 'word';
  return {
    code: word ? 'SCRIPT_NOT_ALLOWED' : 'SYNTAX',
    message: word ? `A statement may not begin with ${opening}.` : 'A statement cannot begin like this.',
    hint: `Statements of a script begin with ${allowed}; each ends with a semicolon.`,
    offset: start,
    length: end - start,
  };
}

function schemaFindings(part: Part, kind: ScriptKind): readonly Finding[] {
  const at = { offset: part.offset, length: part.statement.length };
  const modern = modernForm(part.statement);
  if (modern !== null) {
    return [
      {
        ...at,
        code: 'SYNTAX',
        message: 'This is how Neo4j 4 and older wrote it.',
        hint: `Write: ${modern};`,
      },
    ];
  }
  if (/^DROP\b/i.test(part.statement)) {
    return [
      {
        ...at,
        code: 'SCRIPT_NOT_ALLOWED',
        message: 'A script may not drop constraints or indexes.',
        hint: 'Take the statement out.',
      },
    ];
  }
  if (kind === 'graph') return [];
  return [
    {
      ...at,
      code: 'SCRIPT_NOT_ALLOWED',
      message: "An article's script may not change the schema.",
      hint: 'Move constraints and indexes to a script in cypher/schema/.',
    },
  ];
}

function refusedClause(
  tokens: readonly Token[],
  upper: readonly string[],
  index: number,
): RefusedClause | null {
  const clause = refusedClauses.find(({ word }) => word === upper[index]);
  if (!clause) return null;
  const next = upper[index + 1] ?? '';
  if (clause.followedBy) return clause.followedBy.includes(next) ? clause : null;
  if (isName(tokens, upper, index)) return null;
  const nextKind = tokens[index + 1]?.kind;
  const opens = nextKind !== undefined && (clauseFollows.has(nextKind) || clauseFollowsSymbols.has(next));
  return opens ? clause : null;
}

/** A property (`n.delete`; but not behind a number, which may end in a dot), a label or a type (`:DELETE`). */
function isName(tokens: readonly Token[], upper: readonly string[], index: number): boolean {
  const previous = upper[index - 1];
  return previous === ':' || (previous === '.' && tokens[index - 2]?.kind !== 'number');
}

/** `name.name(` is a function that somebody installed: it may do anything. */
function namespacedCall(
  tokens: readonly Token[],
  upper: readonly string[],
  index: number,
): Pick<RefusedClause, 'message' | 'hint'> | null {
  if (upper[index + 1] !== '.' || upper[index - 1] === '.' || builtInNamespaces.has(upper[index] ?? ''))
    return null;
  let end = index;
  while (upper[end + 1] === '.' && tokens[end + 2]?.kind !== 'symbol') end += 2;
  if (upper[end + 1] !== '(') return null;
  return {
    message: 'A script may not call functions that were added to the database.',
    hint: 'Use functions of Cypher itself; the graph must be the same on every store.',
  };
}
