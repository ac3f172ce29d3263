import { stringValue } from '../../lib/cypher-lexer.ts';
import type { Parameters, ParameterValue } from '../values.ts';
import { type CodeToken, splitAtCommas } from './code-tokens.ts';

/** Stands for what only the engine can compute. */
export const UNKNOWN = Symbol('unknown');

export type KnownValue =
  | ParameterValue
  | typeof UNKNOWN
  | readonly KnownValue[]
  | { readonly [key: string]: KnownValue };

/** A parameter or a part of one: `$person.name`; with `each`, of every row of an unwound list: `row.name`. */
export interface Reference {
  readonly parameter: string;
  readonly path: readonly string[];
  readonly each?: readonly string[] | undefined;
}

/** Rows by their variable: `UNWIND $rows AS row`. */
export type RowVariables = ReadonlyMap<string, Reference>;

/** Gives the values an expression may have; `[UNKNOWN]` where the text and the parameters do not tell. */
export type Expression = (parameters: Parameters) => readonly KnownValue[];

const unknown: Expression = () => [UNKNOWN];

/** Reads an expression of literals and references; anything else is unknown. */
export function expressionOf(tokens: readonly CodeToken[], rows: RowVariables): Expression {
  const [first] = tokens;
  if (first === undefined) return unknown;
  const reference = referenceOf(tokens, rows);
  if (reference !== undefined) return (parameters) => resolve(reference, parameters);
  const last = tokens.at(-1);
  if (first.text === '[' && last?.text === ']') return listOf(tokens.slice(1, -1), rows);
  if (first.text === '{' && last?.text === '}') return mapOf(tokens.slice(1, -1), rows);
  const value = literalOf(tokens);
  return () => [value];
}

/** `$parameter` or `row`, with any number of `.key` behind it. */
export function referenceOf(tokens: readonly CodeToken[], rows: RowVariables): Reference | undefined {
  const [first, ...rest] = tokens;
  if (first === undefined || rest.length % 2 !== 0) return undefined;
  const path: string[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    const key = rest[at + 1];
    if (rest[at]?.text !== '.' || key === undefined || !isName(key)) return undefined;
    path.push(nameOf(key.text));
  }
  if (first.kind === 'parameter') return { parameter: nameOf(first.text.slice(1)), path };
  const row = isName(first) ? rows.get(nameOf(first.text)) : undefined;
  return row === undefined ? undefined : { ...row, each: path };
}

/** A name as the data knows it, without its backticks. */
export function nameOf(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1) : text;
}

function isName({ kind }: CodeToken): boolean {
  return kind === 'word' || kind === 'quoted-name';
}

function literalOf(tokens: readonly CodeToken[]): KnownValue {
  const [first, second] = tokens;
  if (first?.text === '-' && second?.kind === 'number' && tokens.length === 2) return -1;
  if (first === undefined || tokens.length > 1) return UNKNOWN;
  if (first.kind === 'string') return stringValue(first.text);
  if (first.kind === 'number') return 1;
  if (first.keyword === 'NULL') return null;
  return first.keyword === 'TRUE' || first.keyword === 'FALSE' ? true : UNKNOWN;
}

/** Items that are rows of their own would be a product of possibilities: those are left unknown. */
function listOf(tokens: readonly CodeToken[], rows: RowVariables): Expression {
  const items = splitAtCommas(tokens).map((item) => expressionOf(item, rows));
  return (parameters) => [items.map((item) => onlyOne(item(parameters)))];
}

function mapOf(tokens: readonly CodeToken[], rows: RowVariables): Expression {
  const entries = splitAtCommas(tokens).map(
    ([key, , ...value]) => [key?.text ?? '', expressionOf(value, rows)] as const,
  );
  return (parameters) => [
    Object.fromEntries(entries.map(([key, value]) => [key, onlyOne(value(parameters))])),
  ];
}

function onlyOne(values: readonly KnownValue[]): KnownValue {
  const [value] = values;
  return value === undefined || values.length > 1 ? UNKNOWN : value;
}

function resolve({ parameter, path, each }: Reference, parameters: Parameters): readonly KnownValue[] {
  const value = follow(parameters[parameter] ?? null, path);
  if (each === undefined) return [value];
  return Array.isArray(value) ? value.map((row: ParameterValue) => follow(row, each)) : [];
}

function follow(start: ParameterValue, path: readonly string[]): ParameterValue {
  let value = start;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const map = value as { readonly [key: string]: ParameterValue };
    value = Object.hasOwn(map, key) ? (map[key] ?? null) : null;
  }
  return value;
}
