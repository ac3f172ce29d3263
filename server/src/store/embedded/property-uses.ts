import { closingBracket, depthChange } from '../../lib/brackets.ts';
import type { Parameters } from '../values.ts';
import { type CodeToken, splitAtCommas } from './code-tokens.ts';
import {
  type Expression,
  expressionOf,
  type KnownValue,
  itemsOf,
  nameOf,
  UNKNOWN,
} from './property-expression.ts';

/** A place where a statement stores a value, or a map of values. */
interface PropertyUse {
  readonly kind: 'merged' | 'stored' | 'stored-map';
  /** Property or variable, for the message. */
  readonly name: string;
  readonly value: Expression;
}

/** What keeps a value out of a property: the name of the property and the reason. */
export interface UnstorableValue {
  readonly name: string;
  readonly reason: string;
}

const CLAUSES = new Set(
  'MATCH OPTIONAL CREATE MERGE SET ON WITH RETURN UNWIND DELETE DETACH REMOVE FOREACH CALL WHERE ORDER LIMIT SKIP UNION'.split(
    ' ',
  ),
);

/**
 * Reads where a statement stores values. Neo4j refuses maps, lists of mixed kinds, lists with null and
 * merging on null; the engine keeps them. What a statement computes itself is not seen.
 */
export function propertyUses(
  tokens: readonly CodeToken[],
): (parameters: Parameters) => UnstorableValue | undefined {
  const uses = new UseReader(tokens).read();
  return (parameters) => {
    for (const use of uses) {
      for (const value of use.value(parameters)) {
        const problem = problemOf(use, value);
        if (problem !== undefined) return problem;
      }
    }
    return undefined;
  };
}

class UseReader {
  readonly #tokens: readonly CodeToken[];
  readonly #uses: PropertyUse[] = [];
  readonly #variables = new Map<string, Expression>();
  #clause = '';
  #clauseAt = 0;

  constructor(tokens: readonly CodeToken[]) {
    this.#tokens = tokens;
  }

  read(): readonly PropertyUse[] {
    this.#tokens.forEach((token, at) => {
      if (this.#isKeyword(token, at)) this.#enter(token.keyword, at);
      else if (this.#clause === 'SET') this.#readAssignment(token, at);
      else if (this.#clause === 'CREATE' || this.#clause === 'MERGE') this.#readPattern(token, at);
    });
    return this.#uses;
  }

  #isKeyword({ keyword }: CodeToken, at: number): boolean {
    if (!CLAUSES.has(keyword) && keyword !== 'AS' && keyword !== 'IN' && keyword !== 'CASE') return false;
    const before = this.#tokens[at - 1]?.text;
    return before !== '.' && before !== ':' && this.#tokens[at + 1]?.text !== ':';
  }

  #enter(keyword: string, at: number): void {
    if (keyword === 'AS') this.#rename(at);
    // A condition may keep rows from being stored, which the parameters alone do not tell.
    else if (keyword === 'WHERE' || keyword === 'CASE' || keyword === 'IN') this.#variables.clear();
    if (!CLAUSES.has(keyword)) return;
    this.#clause = keyword;
    this.#clauseAt = at;
  }

  /** `UNWIND rows AS row` and `WITH value AS name` make values known, if they are written out or given. */
  #rename(at: number): void {
    const name = nameOf(this.#tokens[at + 1]?.text ?? '');
    if (this.#clause !== 'UNWIND' && this.#clause !== 'WITH') {
      this.#variables.delete(name);
      return;
    }
    const value = expressionOf(this.#itemBefore(at), this.#variables);
    this.#variables.set(name, this.#clause === 'UNWIND' ? itemsOf(value) : value);
  }

  /** What stands between the clause, or the comma before it, and a place. */
  #itemBefore(at: number): readonly CodeToken[] {
    const items = splitAtCommas(this.#tokens.slice(this.#clauseAt + 1, at));
    return items.at(-1) ?? [];
  }

  /** `{key: value}` and `$properties` of nodes and relationships. */
  #readPattern(token: CodeToken, at: number): void {
    const kind = this.#clause === 'MERGE' ? 'merged' : 'stored';
    const before = this.#tokens[at - 1];
    if (token.kind === 'parameter' && before?.text !== ':' && this.#tokens[at + 1]?.text !== '.') {
      const endsElement = [')', ']'].includes(this.#tokens[at + 1]?.text ?? '');
      if (endsElement && before?.text !== ',' && before?.text !== '[')
        this.#add('stored-map', token.text, [token]);
      return;
    }
    // A map inside of a map is the value of a property, which is read with it.
    if (token.text !== '{' || before?.text === ':' || before?.text === ',') return;
    for (const [key, , ...value] of splitAtCommas(
      this.#tokens.slice(at + 1, closingBracket(this.#tokens, at)),
    )) {
      this.#add(kind, key?.text ?? '', value);
    }
  }

  /** `n.key = value`, `n = map` and `n += map`. */
  #readAssignment(token: CodeToken, at: number): void {
    if (token.text !== '=') return;
    const adds = this.#tokens[at - 1]?.text === '+';
    const target = adds ? at - 2 : at - 1;
    const isProperty = this.#tokens[target - 1]?.text === '.';
    const value = this.#tokens.slice(at + 1, this.#endOfValue(at + 1));
    this.#add(isProperty ? 'stored' : 'stored-map', this.#tokens[target]?.text ?? '', value);
  }

  #endOfValue(start: number): number {
    let depth = 0;
    let at = start;
    for (; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined) break;
      depth += depthChange(token);
      if (depth < 0) break;
      if (depth === 0 && (token.text === ',' || token.kind === 'semicolon' || this.#isKeyword(token, at)))
        break;
    }
    return at;
  }

  #add(kind: PropertyUse['kind'], name: string, value: readonly CodeToken[]): void {
    this.#uses.push({ kind, name: nameOf(name), value: expressionOf(value, this.#variables) });
  }
}

function problemOf({ kind, name }: PropertyUse, value: KnownValue): UnstorableValue | undefined {
  if (kind === 'stored-map') {
    if (!isMap(value)) return undefined;
    for (const [key, item] of Object.entries(value)) {
      const reason = reasonAgainst(item);
      if (reason !== undefined) return { name: key, reason };
    }
    return undefined;
  }
  if (kind === 'merged' && value === null) return { name, reason: 'null, on which nothing can be merged' };
  const reason = reasonAgainst(value);
  return reason === undefined ? undefined : { name, reason };
}

function reasonAgainst(value: KnownValue): string | undefined {
  if (isMap(value)) return 'a map';
  if (!Array.isArray(value)) return undefined;
  const items = (value as readonly KnownValue[]).filter((item) => item !== UNKNOWN);
  if (items.includes(null)) return 'a list with null';
  if (items.some((item) => typeof item === 'object')) return 'a list of lists or maps';
  const kinds = new Set(items.map((item) => (typeof item === 'bigint' ? 'number' : typeof item)));
  return kinds.size > 1 ? 'a list of mixed kinds' : undefined;
}

function isMap(value: KnownValue): value is { readonly [key: string]: KnownValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
