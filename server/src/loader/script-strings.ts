import { stringValue } from '../lib/cypher-lexer.ts';
import type { PreparedStatement, ScriptString } from './prepared-script.ts';
import type { Part } from './splitter.ts';

/** The strings of a statement, with what each says and whether it is an id. */
export function stringsOf(part: Part, statement: PreparedStatement, text: string): readonly ScriptString[] {
  const { tokens } = part;
  const body = (index: number): string => {
    const token = tokens[index];
    return token ? text.slice(token.start, token.end) : '';
  };
  const strings: ScriptString[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'string') continue;
    const isId = (body(index - 1) === ':' || body(index - 1) === '=') && /^`?id`?$/.test(body(index - 2));
    const isRelationId = isId && isInRelation(index, body);
    const value = stringValue(text.slice(token.start, token.end));
    strings.push({ value, token, statement, isId, isRelationId });
  }
  return strings;
}

/** Strings by what they say, each list in the order of the script. */
export function placesOf(strings: readonly ScriptString[]): ReadonlyMap<string, readonly ScriptString[]> {
  const places = new Map<string, ScriptString[]>();
  for (const string of strings) {
    const same = places.get(string.value);
    if (same) same.push(string);
    else places.set(string.value, [string]);
  }
  return places;
}

/** Whether the bracket around a map that a token stands in is that of a relation. */
function isInRelation(index: number, body: (index: number) => string): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const symbol = body(at);
    if (symbol === ')' || symbol === ']' || symbol === '}') depth += 1;
    else if (symbol === '(' || symbol === '[' || symbol === '{') {
      if (depth === 0 && symbol !== '{') return symbol === '[' && body(at - 1) === '-';
      if (depth > 0) depth -= 1;
    }
  }
  return false;
}
