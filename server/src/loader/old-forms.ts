import { closingBracket } from '../lib/brackets.ts';
import { isNamePlace } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/** What only versions before Neo4j 5 took: what it was, where, and what takes its place in the text. */
interface OldForm {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly modern: string;
}

/**
 * Statements on data as Neo4j 4 and older took them, each told with the modern form of that very line;
 * no store of today runs them.
 */
export function oldFormFindings(part: Part, words: readonly CodeWord[], text: string): readonly Finding[] {
  const findings: Finding[] = [];
  for (const at of words.keys()) {
    const form = oldFormAt(words, at, text);
    if (!form) continue;
    const { message, start, end, modern } = form;
    const hint = `Write: ${lineWith(form, modern, { part, text })}`;
    findings.push({ code: 'SYNTAX', message, hint, offset: start, length: end - start });
  }
  return findings;
}

function oldFormAt(words: readonly CodeWord[], at: number, text: string): OldForm | null {
  const word = words[at];
  if (word === undefined || word.kind === 'string' || isNamePlace(words, at)) return null;
  switch (word.upper) {
    case 'USING':
      return periodicCommit(words, at, text);
    case 'START':
      return startClause(words, at, text);
    case 'CREATE':
      return createUnique(words, at);
    case '|':
      return colonBehindBar(words, at);
    default:
      return word.kind === 'word' && words[at + 1]?.text === '(' ? removedFunction(words, at, text) : null;
  }
}

function periodicCommit(words: readonly CodeWord[], at: number, text: string): OldForm | null {
  if (words[at + 1]?.upper !== 'PERIODIC' || words[at + 2]?.upper !== 'COMMIT') return null;
  const size = words[at + 3]?.kind === 'number' ? words[at + 3] : undefined;
  const [first, last] = [words[at], words.at(-1)];
  if (!first || !last) return null;
  const rows = size ? ` OF ${size.text} ROWS` : '';
  const clauseEnd = csvClauseEnd(words, at);
  const load = text
    .slice(size?.end ?? words[at + 2]?.end ?? first.end, words[clauseEnd]?.end ?? last.end)
    .trim();
  const variable =
    words[words.findIndex(({ upper }, place) => place > at && upper === 'AS') + 1]?.text ?? 'row';
  const rest = text.slice(words[clauseEnd]?.end ?? last.end, last.end).trim();
  return {
    message: 'USING PERIODIC COMMIT was removed in Neo4j 5.',
    start: first.start,
    end: last.end,
    modern: `${load} CALL { WITH ${variable} ${rest} } IN TRANSACTIONS${rows}`,
  };
}

/** Index of the last word of `LOAD CSV ... AS row [FIELDTERMINATOR ';']` behind a place. */
function csvClauseEnd(words: readonly CodeWord[], from: number): number {
  const as = words.findIndex(({ upper }, at) => at > from && upper === 'AS');
  if (as < 0) return words.length - 1;
  return words[as + 2]?.upper === 'FIELDTERMINATOR' ? as + 3 : as + 1;
}

/** `START n=node(*)`: what was looked up by number or index is matched. */
function startClause(words: readonly CodeWord[], at: number, text: string): OldForm | null {
  const [start, variable, equals, source, bracket] = words.slice(at, at + 5);
  const isSource = source?.upper === 'NODE' || source?.upper === 'RELATIONSHIP' || source?.upper === 'REL';
  if (!start || !variable || !isSource || equals?.text !== '=' || bracket?.text !== '(') return null;
  const close = closingBracket(words, at + 4);
  const last = words[close];
  if (!last) return null;
  const pattern = source.upper === 'NODE' ? `(${variable.text})` : `()-[${variable.text}]->()`;
  const ids = text.slice(bracket.end, last.start).trim();
  return {
    message: 'START was removed in Neo4j 4.',
    start: start.start,
    end: last.end,
    modern: `MATCH ${pattern}${ids === '*' ? '' : ` WHERE id(${variable.text}) IN [${ids}]`}`,
  };
}

function createUnique(words: readonly CodeWord[], at: number): OldForm | null {
  const [create, unique, next] = words.slice(at, at + 3);
  if (!create || unique?.upper !== 'UNIQUE' || (next?.text !== '(' && words[at + 3]?.text !== '='))
    return null;
  return {
    message: 'CREATE UNIQUE was removed in Neo4j 4.',
    start: create.start,
    end: unique.end,
    modern: 'MERGE',
  };
}

/** `-[r:A|:B]->`: databases of today take it, if at all, without a variable, properties or a length. */
function colonBehindBar(words: readonly CodeWord[], at: number): OldForm | null {
  const [bar, colon] = words.slice(at, at + 2);
  if (!bar || colon?.text !== ':') return null;
  return {
    message: 'The colon behind | is how Neo4j 3 and older wrote several types.',
    start: bar.start,
    end: colon.end,
    modern: '|',
  };
}

const renamed = new Map([
  ['TOINT', 'toInteger'],
  ['RELS', 'relationships'],
  ['STR', 'toString'],
]);

function removedFunction(words: readonly CodeWord[], at: number, text: string): OldForm | null {
  const word = words[at];
  const close = closingBracket(words, at + 1);
  const last = words[close];
  if (!word || !last) return null;
  const argument = text.slice(words[at + 1]?.end ?? word.end, last.start).trim();
  const form = (modern: string, end = last.end): OldForm => ({
    message: `${word.text}() was removed from Cypher.`,
    start: word.start,
    end,
    modern,
  });
  const name = renamed.get(word.upper);
  if (name !== undefined) return form(name, word.end);
  const isProperty = close === at + 5 && words[at + 3]?.text === '.';
  if (word.upper === 'HAS' || word.upper === 'EXISTS')
    return isProperty ? form(`${argument} IS NOT NULL`) : null;
  const isList = words[at + 3]?.upper === 'IN';
  if (word.upper === 'EXTRACT' || word.upper === 'FILTER') return isList ? form(`[${argument}]`) : null;
  return null;
}

/** The line or lines that hold the old form, with the modern one in its place. */
function lineWith(
  { start, end }: OldForm,
  modern: string,
  { part, text }: { readonly part: Part; readonly text: string },
): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, part.offset);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, part.offset + part.statement.length);
  return `${text.slice(from, start)}${modern}${text.slice(end, to)}`.trim();
}
