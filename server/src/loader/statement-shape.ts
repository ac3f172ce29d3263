import { stringValue } from '../lib/cypher-lexer.ts';
import type { Token } from '../lib/cypher-lexer.ts';
import type { Part } from './splitter.ts';

/** A text of a statement that is sent as a parameter. */
export interface LiftedText {
  /** The parameter's name. */
  readonly name: string;
  /** Where it stood, in UTF-16 units from the statement's beginning. */
  readonly start: number;
  readonly end: number;
}

/** A statement without its texts: those that say the same of other things look alike. */
export interface StatementShape {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** In the order of the statement. */
  readonly lifted: readonly LiftedText[];
}

/**
 * Puts parameters in the place of texts that are values: of a map, of a list, behind an equals sign. Both
 * databases read and plan a statement once for each form, so that a script whose statements differ in
 * their texts alone runs in half the time. Null where there is nothing to lift, or where the statement
 * has parameters of its own.
 */
export function statementShape(part: Part, text: string): StatementShape | null {
  const { tokens, offset } = part;
  if (tokens.some(({ kind }) => kind === 'parameter')) return null;
  const lifted: LiftedText[] = [];
  const parameters: Record<string, string> = {};
  let cypher = '';
  let copied = offset;
  for (const { start, end } of valueTokens(tokens, text)) {
    const name = `text${lifted.length + 1}`;
    lifted.push({ name, start: start - offset, end: end - offset });
    parameters[name] = stringValue(text.slice(start, end));
    cypher += `${text.slice(copied, start)}$${name}`;
    copied = end;
  }
  if (lifted.length === 0) return null;
  cypher += text.slice(copied, offset + part.statement.length);
  return { cypher, parameters, lifted };
}

/** The place in the statement as written that a place in its shape means. */
export function offsetAsWritten(offset: number, lifted: readonly LiftedText[]): number {
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
  /** Of each open bracket: whether texts in it are values. */
  const open: ('map' | 'list' | 'other')[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'symbol') {
      const symbol = text[token.start];
      if (symbol === '{') open.push('map');
      else if (symbol === '[')
        open.push(listFollows.has(body(at - 1)?.toUpperCase() ?? '') ? 'list' : 'other');
      else if (symbol === '(') open.push('other');
      else if (symbol === '}' || symbol === ']' || symbol === ')') open.pop();
    } else if (token.kind === 'string') {
      const [before, behind] = [body(at - 1), body(at + 1)];
      const inMap = open.at(-1) === 'map' && before === ':';
      const inList = open.at(-1) === 'list' && (before === '[' || before === ',');
      const isAssigned = before === '=' && (valueEnds.has(behind) || tokens[at + 1]?.kind === 'word');
      if (isAssigned || ((inMap || inList) && valueEnds.has(behind))) yield token;
    }
  }
}
