import { stringValue } from '../lib/cypher-lexer.ts';
import type { Token } from '../lib/cypher-lexer.ts';
import type { Part } from './splitter.ts';

/** A text or number of a statement that is sent as a parameter. */
export interface LiftedValue {
  /** The parameter's name. */
  readonly name: string;
  /** Where it stood, in UTF-16 units from the statement's beginning. */
  readonly start: number;
  readonly end: number;
}

/** A statement without its values: those that say the same of other things look alike. */
export interface StatementShape {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** In the order of the statement. */
  readonly lifted: readonly LiftedValue[];
}

/**
 * Puts parameters in the place of texts and numbers that are values: of a map, of a list, behind an equals
 * sign. Both databases read and plan a statement once for each form, so that a script whose statements
 * differ in such values alone runs in half the time. Null where there is nothing to lift, or where the
 * statement has parameters of its own.
 */
export function statementShape(part: Part, text: string): StatementShape | null {
  const { tokens, offset } = part;
  if (tokens.some(({ kind }) => kind === 'parameter')) return null;
  const lifted: LiftedValue[] = [];
  const parameters: Record<string, string | number> = {};
  let cypher = '';
  let copied = offset;
  for (const { kind, start, end } of valueTokens(tokens, text)) {
    const written = text.slice(start, end);
    const value = kind === 'string' ? stringValue(written) : numberValue(written);
    if (value === null) continue;
    const name = `value${lifted.length + 1}`;
    lifted.push({ name, start: start - offset, end: end - offset });
    parameters[name] = value;
    cypher += `${text.slice(copied, start)}$${name}`;
    copied = end;
  }
  if (lifted.length === 0) return null;
  cypher += text.slice(copied, offset + part.statement.length);
  return { cypher, parameters, lifted };
}

/** Null for what would not arrive as the same number: 1.0 as an integer, or digits beyond 2^53. */
function numberValue(written: string): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(written)) return null;
  const value = Number(written);
  return Number.isInteger(value) === !written.includes('.') && value <= Number.MAX_SAFE_INTEGER
    ? value
    : null;
}

/** The place in the statement as written that a place in its shape means. */
export function offsetAsWritten(offset: number, lifted: readonly LiftedValue[]): number {
  let longer = 0;
  for (const { name, start, end } of lifted) {
    const place = start + longer;
    if (offset < place) break;
    const length = name.length + 1;
    if (offset < place + length) return start;
    longer += length - (end - start);
  }
  return offset - longer;
}

const listFollows = new Set([':', '=', ',', '(', '[', '+', 'IN', 'UNWIND']);
const valueEnds = new Set([',', '}', ']', ')', undefined]);

function* valueTokens(tokens: readonly Token[], text: string): Generator<Token> {
  const body = (at: number): string | undefined => {
    const token = tokens[at];
    return token && text.slice(token.start, token.end);
  };
  /** Of each open bracket: whether what stands in it are values. */
  const open: ('map' | 'list' | 'other')[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'symbol') {
      const symbol = text[token.start];
      if (symbol === '{') open.push('map');
      else if (symbol === '[')
        open.push(listFollows.has(body(at - 1)?.toUpperCase() ?? '') ? 'list' : 'other');
      else if (symbol === '(') open.push('other');
      else if (symbol === '}' || symbol === ']' || symbol === ')') open.pop();
    } else if (token.kind === 'string' || token.kind === 'number') {
      const isNegative = token.kind === 'number' && body(at - 1) === '-';
      const [before, behind] = [body(isNegative ? at - 2 : at - 1), body(at + 1)];
      const inMap = open.at(-1) === 'map' && before === ':';
      const inList = open.at(-1) === 'list' && (before === '[' || before === ',');
      const isAssigned = before === '=' && (valueEnds.has(behind) || tokens[at + 1]?.kind === 'word');
      if (isAssigned || ((inMap || inList) && valueEnds.has(behind))) yield token;
    }
  }
}
