import type { LexerProblem } from '../lib/cypher-lexer.ts';
import type { ParameterValue, Parameters } from '../store/values.ts';
import { lineIndex } from './line-index.ts';
import type { LineIndex } from './line-index.ts';
import type { PreparedStatement, Statements } from './prepared-script.ts';
import type { Finding } from './script-problem.ts';
import { shellCommand } from './shell-command.ts';
import { partsOf } from './splitter.ts';
import type { Part } from './splitter.ts';
import { statementShape } from './statement-shape.ts';

/** A part of a script that means something. */
export type ScriptPart =
  | { readonly kind: 'refused'; readonly part: Part; readonly finding: Finding }
  | { readonly kind: 'ignored'; readonly part: Part; readonly notice: string }
  | {
      readonly kind: 'statement';
      readonly part: Part;
      /** The values that are in force where it stands. */
      readonly values: ReadonlyMap<string, ParameterValue>;
    };

interface Reading {
  readonly lines: LineIndex;
  readonly problems: LexerProblem[];
  /** Values given from outside, over which those of the script win. */
  readonly parameters: Parameters;
}

/** Reads a script part by part; what `:param` says holds for the statements below it. */
export function* scriptParts(text: string, reading: Reading): Generator<ScriptPart, void, undefined> {
  let values: ReadonlyMap<string, ParameterValue> = new Map(Object.entries(reading.parameters));
  for (const part of partsOf(text, reading)) {
    if (part.kind === 'blank') continue;
    if (part.kind !== 'command') {
      yield { kind: 'statement', part, values };
      continue;
    }
    const command = shellCommand(part, text);
    if (command.kind === 'parameters') values = new Map([...values, ...command.values]);
    else yield { ...command, part };
  }
}

/** The statement of a part as it is sent. */
export function preparedStatement(
  part: Part,
  text: string,
  values: ReadonlyMap<string, ParameterValue>,
): PreparedStatement {
  const { statement, offset } = part;
  const alone = isInTransactions(part, text);
  const shape = part.kind === 'schema' || alone ? null : statementShape(part, text);
  if (shape) return { ...shape, offset, alone };
  const used = part.tokens
    .filter(({ kind }) => kind === 'parameter')
    .map(({ start, end }) => parameterName(text.slice(start, end)))
    .flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
  return { cypher: statement, parameters: Object.fromEntries(used), lifted: [], offset, alone };
}

/** `$name` or `` $`name` `` without what marks it. */
export function parameterName(token: string): string {
  return token.slice(1).replaceAll('`', '');
}

/** `CALL { ... } IN [n CONCURRENT] TRANSACTIONS`: the words behind the brace that ends the subquery. */
function isInTransactions({ statement, tokens }: Part, text: string): boolean {
  if (!/\bTRANSACTIONS?\b/i.test(statement)) return false;
  const words = tokens.map(({ start, end }) => text.slice(start, end).toUpperCase());
  return words.some(
    (word, at) =>
      /^TRANSACTIONS?$/.test(word) &&
      ((words[at - 1] === 'IN' && words[at - 2] === '}') ||
        (words[at - 1] === 'CONCURRENT' && words.slice(at - 4, at - 1).includes('IN'))),
  );
}

interface GraphText {
  readonly text: string;
  readonly parameters: Parameters;
  /** How many statements on data it has. */
  readonly length: number;
  /** Statements that were changed when the script was judged, by their offsets. */
  readonly changed: ReadonlyMap<number, PreparedStatement>;
}

/** A judged graph's statements on data, read from its text each time instead of being held. */
export class TextStatements implements Statements {
  readonly #graph: GraphText;

  constructor(graph: GraphText) {
    this.#graph = graph;
  }

  get length(): number {
    return this.#graph.length;
  }

  *[Symbol.iterator](): Generator<PreparedStatement, void, undefined> {
    const { text, parameters, changed } = this.#graph;
    for (const read of scriptParts(text, { lines: lineIndex(text), problems: [], parameters })) {
      if (read.kind !== 'statement' || read.part.kind === 'schema') continue;
      yield changed.get(read.part.offset) ?? preparedStatement(read.part, text, read.values);
    }
  }
}
