import { setImmediate as nextTurn } from 'node:timers/promises';

import type { LexerProblem } from '../lib/cypher-lexer.ts';
import type { ParameterValue, Parameters } from '../store/values.ts';
import { articleOfScript, misnamedArticle } from './article-of-script.ts';
import { checksumOf } from './checksum.ts';
import type { GateRules } from './gate-rules.ts';
import { gateFindings } from './gate.ts';
import { lexerFinding } from './lexer-findings.ts';
import { lineIndex } from './line-index.ts';
import { withCsvRows } from './load-csv.ts';
import type { Permissions } from './load-options.ts';
import { patternFindings } from './pattern-ids.ts';
import { unportableFindings } from './portable.ts';
import type { PreparedScript, PreparedStatement, ScriptString } from './prepared-script.ts';
import { relationFindings } from './relation-patterns.ts';
import { TextStatements, parameterName, preparedStatement, scriptParts } from './script-parts.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { Finding } from './script-problem.ts';
import { placesOf, stringsOf } from './script-strings.ts';
import type { Script } from './script.ts';
import type { Part } from './splitter.ts';

/** What its user gives to a script beforehand. */
export interface Preparation {
  /** Values for `$name`; those that the script gives with `:param` win. */
  readonly parameters?: Parameters | undefined;
  readonly allow?: Permissions | undefined;
  /** Called after each statement with how much of the text was read, in UTF-16 units. */
  readonly onProgress?: (characters: number) => void;
}

/** So many forms of statements are remembered: a script of more is judged all the same. */
const maxForms = 1000;

/** A server that judges a long script answers others in between. Milliseconds. */
const longestTurn = 10;

/** Behind so many errors a script is not looked at any further. */
const maxErrors = 500;

/**
 * Reads, splits and judges a script without a store, letting others have their turn now and then. Throws
 * ScriptError with everything that is wrong. Of a graph that is no article's only the text is kept, however
 * long it is.
 */
export async function prepareScript(script: Script, preparation: Preparation = {}): Promise<PreparedScript> {
  const { text, file } = script;
  const { parameters = {}, onProgress } = preparation;
  const lines = lineIndex(text);
  const refuse = (findings: readonly Finding[]): never => {
    throw new ScriptError(findings.map((finding) => problemAt(finding, file, lines)));
  };
  const problems: LexerProblem[] = [];
  const article = articleOfScript(script);
  const judge = new Judge(text, {
    kind: article === null ? 'graph' : 'article',
    allow: preparation.allow ?? {},
  });
  let turnBegan = performance.now();
  for (const read of scriptParts(text, { lines, problems, parameters })) {
    if (problems.length > 0) break;
    if (read.kind === 'refused') judge.find([read.finding]);
    else if (read.kind === 'ignored') judge.notices.push(read.notice);
    else judge.judge(read.part, read.values);
    onProgress?.(read.part.offset + read.part.statement.length);
    if (judge.errors >= maxErrors) break;
    if (performance.now() - turnBegan < longestTurn) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  // Behind a string that is never closed everything else reads wrongly: say the first thing alone.
  const stumbled = problems.toSorted((a, b) => a.offset - b.offset)[0];
  if (stumbled) return refuse([lexerFinding(stumbled, text)]);
  if (judge.errors > 0) return refuse(judge.findings);

  const { schema, held, changed, strings, files } = judge;
  const length = judge.dataStatements;
  const textChecksum = checksumOf(text);
  return {
    script,
    article,
    checksum: files.length === 0 ? textChecksum : checksumOf([text, ...files].join('\0')),
    textChecksum,
    schema,
    data: article === null ? new TextStatements({ text, parameters, length, changed }) : held,
    hasAlone: judge.hasAlone,
    creates: judge.creates,
    strings,
    places: placesOf(strings),
    warnings: judge.findings.map((finding) => problemAt(finding, file, lines)),
    notices: [...script.notices, ...judge.notices, ...noticesOn(schema.length, length)],
    lines,
  };
}

function noticesOn(schema: number, data: number): readonly string[] {
  if (schema + data === 0) return ['there is nothing to load in it'];
  if (schema === 0 || data === 0) return [];
  return [`its schema statements (${schema}) ran first and by themselves, as stores require`];
}

/** Judges a script's statements one after another, and keeps of them what loading needs. */
class Judge {
  readonly findings: Finding[] = [];
  /** How many of the findings are more than warnings. */
  errors = 0;
  readonly notices: string[] = [];
  readonly schema: PreparedStatement[] = [];
  /** An article's statements. */
  readonly held: PreparedStatement[] = [];
  /** A graph's statements that got rows of files, by their offsets. */
  readonly changed = new Map<number, PreparedStatement>();
  readonly strings: ScriptString[] = [];
  readonly files: string[] = [];
  dataStatements = 0;
  hasAlone = false;
  creates = false;
  /** Forms of a graph's statements in which nothing was found. */
  readonly #passed = new Set<string>();
  readonly #text: string;
  readonly #rules: GateRules;

  constructor(text: string, rules: GateRules) {
    this.#text = text;
    this.#rules = rules;
  }

  find(findings: readonly Finding[]): void {
    for (const finding of findings) {
      this.findings.push(finding);
      if (finding.severity !== 'warning') this.errors += 1;
    }
  }

  judge(part: Part, values: ReadonlyMap<string, ParameterValue>): void {
    const statement = preparedStatement(part, this.#text, values);
    // Of a long graph most statements differ in their values alone, which no rule of a graph looks at.
    const form = this.#rules.kind === 'graph' && statement.lifted.length > 0 ? statement.cypher : null;
    if (form !== null && this.#passed.has(form)) {
      this.#keep(part, statement);
      return;
    }
    const before = this.findings.length;
    const refused = this.#judgeText(part, values);
    const isClean = this.findings.length === before;
    if (part.kind === 'schema') this.schema.push(statement);
    else this.#keep(part, refused ? statement : this.#withRows(part, statement));
    if (form !== null && isClean && this.#passed.size < maxForms) this.#passed.add(form);
  }

  /** Whether the gate refuses it. */
  #judgeText(part: Part, values: ReadonlyMap<string, ParameterValue>): boolean {
    const refused = gateFindings(part, this.#text, this.#rules);
    this.find(refused);
    if (this.#rules.kind === 'article') {
      const relations = relationFindings(part, this.#text);
      this.find(relations.length > 0 ? relations : patternFindings(part, this.#text));
    }
    this.find(missingParameters(part, this.#text, values));
    this.find(unportableFindings(part, this.#text, this.#rules.kind));
    this.creates ||= part.kind === 'data' && hasCreate(part, this.#text);
    return refused.length > 0;
  }

  #keep(part: Part, statement: PreparedStatement): void {
    this.dataStatements += 1;
    this.hasAlone ||= statement.alone;
    if (this.#rules.kind === 'article') {
      this.held.push(statement);
      for (const string of stringsOf(part, statement, this.#text)) this.strings.push(string);
      return;
    }
    const misnamed = misnamedArticle(part, statement, this.#text);
    if (misnamed) this.find([misnamed]);
  }

  #withRows(part: Part, statement: PreparedStatement): PreparedStatement {
    const folder = this.#rules.allow.csvFolder;
    if (folder === undefined || !/\bLOAD\b/i.test(part.statement)) return statement;
    const { cypher, parameters, checksums, findings } = withCsvRows(part, this.#text, folder);
    this.find(findings);
    if (checksums.length === 0) return statement;
    this.files.push(...checksums);
    const all = { ...statement.parameters, ...Object.fromEntries(parameters) };
    const changed = { ...statement, cypher, parameters: all, lifted: [] };
    this.changed.set(part.offset, changed);
    return changed;
  }
}

function missingParameters(
  part: Part,
  text: string,
  values: ReadonlyMap<string, ParameterValue>,
): readonly Finding[] {
  return part.tokens
    .filter((token) => token.kind === 'parameter')
    .map(({ start, end }) => ({ start, end, name: parameterName(text.slice(start, end)) }))
    .filter(({ name }) => !values.has(name))
    .map(({ start, end, name }) => ({
      code: 'PARAMETER',
      message: `The parameter ${name} has no value.`,
      hint: `Give it one with --param ${name}=value, or above this statement: :param ${name} => 'value'`,
      offset: start,
      length: end - start,
    }));
}

/** A clause CREATE; `ON CREATE` belongs to a MERGE. */
function hasCreate({ statement, tokens }: Part, text: string): boolean {
  if (!/\bCREATE\b/i.test(statement)) return false;
  const words = tokens.map(({ start, end }) => text.slice(start, end).toUpperCase());
  return words.some((word, at) => word === 'CREATE' && words[at - 1] !== 'ON');
}
