import { createHash } from 'node:crypto';

import { stringValue } from '../lib/cypher-lexer.ts';
import type { ParameterValue } from '../store/values.ts';
import { codeWords } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import { csvRows } from './csv-rows.ts';
import type { GateRules, Refusal } from './gate-rules.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/** `LOAD CSV [WITH HEADERS] FROM 'file' AS row [FIELDTERMINATOR ';']`, as far as the loader runs it. */
interface CsvClause {
  readonly load: CodeWord;
  readonly from: CodeWord;
  readonly url: CodeWord;
  readonly headers: boolean;
  /** The two words of the terminator, which databases do not get to see. */
  readonly terminator: { readonly word: CodeWord; readonly value: CodeWord } | null;
}

/** Why a LOAD CSV may not run; null where its user named a folder and the clause can be read. */
export function csvRefusal(
  words: readonly CodeWord[],
  at: number,
  { kind, allow }: GateRules,
): Refusal | null {
  if (kind === 'article' || allow.csvFolder === undefined) {
    const hint = 'Write the data into the script, for example as UNWIND [{...}, {...}] AS row.';
    return {
      message: 'A script may not read files or pages.',
      hint:
        kind === 'article'
          ? hint
          : `${hint} Or name a folder whose files it may read: --allow-load-csv FOLDER.`,
    };
  }
  if (csvClauseAt(words, at) === null) {
    return {
      message: 'This LOAD CSV cannot be read.',
      hint: "Name the file as a text: LOAD CSV WITH HEADERS FROM 'file:///people.csv' AS row.",
    };
  }
  if (words.some(({ upper }, place) => isOfLoadCsv(words, upper, place))) {
    return {
      message: 'linenumber() and file() tell nothing here, since the loader reads the file itself.',
      hint: 'Take them out, or put the number into a column of the file.',
    };
  }
  return null;
}

function isOfLoadCsv(words: readonly CodeWord[], upper: string, at: number): boolean {
  return (
    (upper === 'LINENUMBER' || upper === 'FILE') && words[at + 1]?.text === '(' && words[at + 2]?.text === ')'
  );
}

function csvClauseAt(words: readonly CodeWord[], at: number): CsvClause | null {
  const headers = words[at + 2]?.upper === 'WITH' && words[at + 3]?.upper === 'HEADERS';
  const [load, from, url, as, variable, word, value] = [words[at], ...words.slice(at + (headers ? 4 : 2))];
  const isName = variable?.kind === 'word' || variable?.kind === 'quoted-name';
  if (!load || from?.upper !== 'FROM' || url?.kind !== 'string' || as?.upper !== 'AS' || !isName) return null;
  if (word?.upper !== 'FIELDTERMINATOR') return { load, from, url, headers, terminator: null };
  return value?.kind === 'string' ? { load, from, url, headers, terminator: { word, value } } : null;
}

/** A statement that got the rows of its files as parameters. */
export interface StatementWithRows {
  /** As long as the statement was wherever that is possible, so that places in it stay where they were. */
  readonly cypher: string;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** SHA-256 of what the files hold, for the checksum of the script. */
  readonly checksums: readonly string[];
  /** Files that cannot be read. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the files that a statement which passed the gate asks for, and writes `UNWIND $rows AS row` where it
 * said `LOAD CSV`. So both stores do the same, and no database ever opens a file. Without a folder the
 * statement stays as it is.
 */
export function withCsvRows(part: Part, text: string, folder: string | undefined): StatementWithRows {
  if (folder === undefined)
    return { cypher: part.statement, parameters: new Map(), checksums: [], findings: [] };
  const words = codeWords(part, text);
  const edits: Edit[] = [];
  const parameters = new Map<string, ParameterValue>();
  const checksums: string[] = [];
  const findings: Finding[] = [];
  for (const [at, { upper }] of words.entries()) {
    const clause = upper === 'LOAD' && words[at + 1]?.upper === 'CSV' ? csvClauseAt(words, at) : null;
    if (!clause) continue;
    const { url, headers, terminator } = clause;
    const name = freeName(words, parameters.size);
    const delimiter = terminator ? stringValue(terminator.value.text) : ',';
    const read = csvRows({ url: stringValue(url.text), folder, headers, delimiter });
    if (read.kind === 'refused') {
      findings.push({ ...read.refusal, offset: url.start, length: url.end - url.start });
      continue;
    }
    parameters.set(name, read.rows);
    checksums.push(createHash('sha256').update(read.bytes).digest('hex'));
    edits.push(...editsOf(clause, name));
  }
  return { cypher: edited(part, text, edits), parameters, checksums, findings };
}

/** A name that no parameter of the statement has. */
function freeName(words: readonly CodeWord[], count: number): string {
  const taken = new Set(words.filter(({ kind }) => kind === 'parameter').map(({ text }) => text.slice(1)));
  for (let number = count + 1; ; number += 1) {
    if (!taken.has(`csv${number}`)) return `csv${number}`;
  }
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function editsOf({ load, from, url, terminator }: CsvClause, name: string): readonly Edit[] {
  const edits = [
    { start: load.start, end: from.end, replacement: 'UNWIND' },
    { start: url.start, end: url.end, replacement: `$${name}` },
  ];
  if (!terminator) return edits;
  return [...edits, { start: terminator.word.start, end: terminator.value.end, replacement: '' }];
}

/** What is replaced keeps its ends of lines, and its length where the replacement is shorter. */
function edited(part: Part, text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = part.offset;
  for (const { start, end, replacement } of edits) {
    const rest = text.slice(start + replacement.length, end).replaceAll(/[^\r\n]/g, ' ');
    const lost = text.slice(start, Math.min(start + replacement.length, end)).replaceAll(/[^\r\n]/g, '');
    result += `${text.slice(at, start)}${replacement}${lost}${rest}`;
    at = end;
  }
  return result + text.slice(at, part.offset + part.statement.length);
}
