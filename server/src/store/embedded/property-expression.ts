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

/** Gives the values an expression may have; `[UNKNOWN]` where the text and the parameters do not tell. */
export type Expression = (parameters: Parameters) => readonly KnownValue[];

/** What variables stand for, by their name: the rows of `UNWIND ... AS row`, the value of `WITH ... AS x`. */
export type Variables = ReadonlyMap<string, Expression>;

const unknown: Expression = () => [UNKNOWN];

/** Reads an expression of literals, parameters and known variables; anything else is unknown. */
export function expressionOf(tokens: readonly CodeToken[], variables: Variables): Expression {
  const [first] = tokens;
  if (first === undefined) return unknown;
  const last = tokens.at(-1);
  if (first.text === '[' && last?.text === ']') return listOf(tokens.slice(1, -1), variables);
  if (first.text === '{' && last?.text === '}') return mapOf(tokens.slice(1, -1), variables);
  const value = literalOf(tokens);
  return value === UNKNOWN ? (referenceOf(tokens, variables) ?? unknown) : () => [value];
}

/** The items that an unwound expression gives one after another. */
export function itemsOf(list: Expression): Expression {
  return (parameters) =>
    list(parameters).flatMap((value) => {
      if (value === UNKNOWN) return [UNKNOWN];
      return Array.isArray(value) ? (value as readonly KnownValue[]) : [];
    });
}

/** `$parameter` or a variable, with any number of `.key` behind it. */
function referenceOf(tokens: readonly CodeToken[], variables: Variables): Expression | undefined {
  const [first, ...rest] = tokens;
  if (first === undefined || rest.length % 2 !== 0) return undefined;
  const path: string[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    const key = rest[at + 1];
    if (rest[at]?.text !== '.' || key === undefined || !isName(key)) return undefined;
    path.push(nameOf(key.text));
  }
  if (first.kind === 'parameter') {
    const name = nameOf(first.text.slice(1));
    return (parameters) => [follow(parameters[name] ?? null, path)];
  }
  const source = isName(first) ? variables.get(nameOf(first.text)) : undefined;
  return source && ((parameters) => source(parameters).map((value) => follow(value, path)));
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
function listOf(tokens: readonly CodeToken[], variables: Variables): Expression {
  const items = splitAtCommas(tokens).map((item) => expressionOf(item, variables));
  return (parameters) => [items.map((item) => onlyOne(item(parameters)))];
}

function mapOf(tokens: readonly CodeToken[], variables: Variables): Expression {
  const entries = splitAtCommas(tokens).map(
    ([key, , ...value]) => [nameOf(key?.text ?? ''), expressionOf(value, variables)] as const,
  );
  return (parameters) => [
    Object.fromEntries(entries.map(([key, value]) => [key, onlyOne(value(parameters))])),
  ];
}

function onlyOne(values: readonly KnownValue[]): KnownValue {
  const [value] = values;
  return value === undefined || values.length > 1 ? UNKNOWN : value;
}

function follow(start: KnownValue, path: readonly string[]): KnownValue {
  let value = start;
  for (const key of path) {
    if (value === UNKNOWN) return UNKNOWN;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const map = value as { readonly [key: string]: KnownValue };
    value = Object.hasOwn(map, key) ? (map[key] ?? null) : null;
  }
  return value;
}
