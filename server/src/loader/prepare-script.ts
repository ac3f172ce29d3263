import { createHash } from 'node:crypto';

import { stringValue } from '../lib/cypher-lexer.ts';
import type { Token } from '../lib/cypher-lexer.ts';
import { articleId } from '../model/ids.ts';
import type { ArticleId } from '../model/ids.ts';
import type { ParameterValue, Parameters } from '../store/values.ts';
import { gateFindings } from './gate.ts';
import { lexerFinding } from './lexer-findings.ts';
import type { LineIndex } from './line-index.ts';
import { withCsvRows } from './load-csv.ts';
import type { Permissions } from './load-options.ts';
import { unportableFindings } from './portable.ts';
import { relationFindings } from './relation-patterns.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { Finding } from './script-problem.ts';
import { scriptName } from './script.ts';
import type { Script } from './script.ts';
import { shellCommand } from './shell-command.ts';
import { split } from './splitter.ts';
import type { Part } from './splitter.ts';

export const checksumAlgorithm = 'sha256-lf';

/** One statement as it is sent, and where it stands in the script. */
export interface PreparedStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
  /** In UTF-16 units. */
  readonly offset: number;
  /** Without white space and comments; offsets count in the script. */
  readonly tokens: readonly Token[];
}

/** A string of a script, with what it says. */
export interface ScriptString {
  readonly value: string;
  readonly token: Token;
  readonly statement: PreparedStatement;
  /** It stands where an id is given: `{id: '...'}` or `.id = '...'`. */
  readonly isId: boolean;
  /** The id is a relation's: it stands inside of `-[...]-`. */
  readonly isRelationId: boolean;
}

/** A script that has been read and let through: what may run, and what is known about it beforehand. */
export interface PreparedScript {
  readonly script: Script;
  /** The article that owns what the script claims; null for any other graph. */
  readonly article: ArticleId | null;
  readonly checksum: string;
  readonly schema: readonly PreparedStatement[];
  readonly data: readonly PreparedStatement[];
  readonly strings: readonly ScriptString[];
  /** The same by what they say. */
  readonly places: ReadonlyMap<string, readonly ScriptString[]>;
  readonly notices: readonly string[];
  readonly lines: LineIndex;
}

/** Of the text with LF ends of lines, so that it is the same on every system. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

/** What its user gives to a script beforehand. */
interface Preparation {
  readonly allow?: Permissions | undefined;
}

/** Reads, splits and judges a script without a store. Throws ScriptError with everything that is wrong. */
export function prepareScript(script: Script, { allow = {} }: Preparation = {}): PreparedScript {
  const { text, file } = script;
  const { parts, problems, lines } = split(text);
  const refuse = (findings: readonly Finding[]): never => {
    throw new ScriptError(findings.map((finding) => problemAt(finding, file, lines)));
  };
  // Behind a string that is never closed everything else reads wrongly: say the first thing alone.
  const stumbled = problems[0];
  if (stumbled) return refuse([lexerFinding(stumbled, text)]);

  const article = articleOf(script, parts);
  const kind = article === null ? 'graph' : 'article';
  const findings: Finding[] = [];
  const notices = [...script.notices];
  const schema: PreparedStatement[] = [];
  const data: PreparedStatement[] = [];
  const files: string[] = [];
  let parameters: ReadonlyMap<string, ParameterValue> = new Map();
  for (const part of parts) {
    if (part.kind === 'blank') continue;
    if (part.kind === 'command') {
      const command = shellCommand(part, text);
      if (command.kind === 'refused') findings.push(command.finding);
      else if (command.kind === 'ignored') notices.push(command.notice);
      else parameters = new Map([...parameters, ...command.values]);
      continue;
    }
    const refused = gateFindings(part, text, { kind, allow });
    findings.push(...refused);
    if (article !== null) findings.push(...relationFindings(part, text));
    findings.push(...missingParameters(part, text, parameters), ...unportableFindings(part, text, kind));
    const filled = withCsvRows(part, text, refused.length === 0 ? allow.csvFolder : undefined);
    findings.push(...filled.findings);
    files.push(...filled.checksums);
    const { offset, tokens } = part;
    const values = Object.fromEntries([...parameters, ...filled.parameters]);
    const prepared = { cypher: filled.cypher, offset, tokens, parameters: values };
    (part.kind === 'schema' ? schema : data).push(prepared);
  }
  if (article === null) findings.push(...misnamedArticle(script, data));
  if (findings.length > 0) return refuse(findings);
  if (schema.length > 0 && data.length > 0) {
    notices.push(`its schema statements (${schema.length}) ran first and by themselves, as stores require`);
  }
  if (schema.length + data.length === 0) notices.push('there is nothing to load in it');
  const strings = data.flatMap((statement) => stringsOf(statement, text));
  const places = placesOf(strings);
  // A script has changed as well when a file that it reads has.
  const checksum = checksumOf([text, ...files].join('\0'));
  return { script, article, checksum, schema, data, strings, places, notices, lines };
}

function placesOf(strings: readonly ScriptString[]): ReadonlyMap<string, readonly ScriptString[]> {
  const places = new Map<string, ScriptString[]>();
  for (const string of strings) {
    const same = places.get(string.value);
    if (same) same.push(string);
    else places.set(string.value, [string]);
  }
  return places;
}

const datedName = /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/;
const articleLabel = /:\s*(?:Article\b|`Article`)/;

/** A script is an article's if its name says so, or if it makes an Article with its name as the id. */
function articleOf(script: Script, parts: readonly Part[]): ArticleId | null {
  const name = scriptName(script);
  const named = datedName.test(name) || /(?:^|\/)articles\/[^/]+$/.test(script.path);
  const isName = ({ kind, start, end }: Token): boolean =>
    kind === 'string' && stringValue(script.text.slice(start, end)) === name;
  const made = parts.some(({ statement, tokens }) => articleLabel.test(statement) && tokens.some(isName));
  return named || made ? articleId(name) : null;
}

/** An Article made by a script of another name would go unchecked. */
function misnamedArticle(script: Script, data: readonly PreparedStatement[]): readonly Finding[] {
  for (const statement of data) {
    if (!/^(?:MERGE|CREATE)\b/i.test(statement.cypher) || !articleLabel.test(statement.cypher)) continue;
    const dated = stringsOf(statement, script.text).find(({ value, isId }) => isId && datedName.test(value));
    if (!dated) continue;
    const { start, end } = dated.token;
    return [
      {
        code: 'ARTICLE',
        message: `This makes the article "${dated.value}", but the script has another name.`,
        hint: `Name the file after its article: ${dated.value}.cypher. Then its claims can be checked and replaced.`,
        offset: start,
        length: end - start,
      },
    ];
  }
  return [];
}

function missingParameters(
  part: Part,
  text: string,
  parameters: ReadonlyMap<string, ParameterValue>,
): readonly Finding[] {
  return part.tokens
    .filter((token) => token.kind === 'parameter')
    .map(({ start, end }) => ({ start, end, name: text.slice(start + 1, end).replaceAll('`', '') }))
    .filter(({ name }) => !parameters.has(name))
    .map(({ start, end, name }) => ({
      code: 'PARAMETER',
      message: `The parameter ${name} has no value.`,
      hint: `Give it one above this statement: :param ${name} => 'value'`,
      offset: start,
      length: end - start,
    }));
}

function stringsOf(statement: PreparedStatement, text: string): readonly ScriptString[] {
  const { tokens } = statement;
  const body = (index: number): string => {
    const token = tokens[index];
    return token ? text.slice(token.start, token.end) : '';
  };
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'string') return [];
    const isId = (body(index - 1) === ':' || body(index - 1) === '=') && /^`?id`?$/.test(body(index - 2));
    const isRelationId = isId && isInRelation(index, body);
    return [{ value: stringValue(text.slice(token.start, token.end)), token, statement, isId, isRelationId }];
  });
}

/** Whether the bracket around a map that a token stands in is that of a relation. */
function isInRelation(index: number, body: (index: number) => string): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    if ([')', ']', '}'].includes(body(at))) depth += 1;
    else if (['(', '[', '{'].includes(body(at))) {
      if (depth === 0 && body(at) !== '{') return body(at) === '[' && body(at - 1) === '-';
      if (depth > 0) depth -= 1;
    }
  }
  return false;
}
