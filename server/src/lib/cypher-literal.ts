/** What a literal can say; whole numbers are integers, so that a float goes in as text that says so. */
export type LiteralValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly LiteralValue[]
  | { readonly [key: string]: LiteralValue };

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Words that the embedded store takes for keywords wherever they stand, in any case. */
const keyword =
  /^(?:and|as|case|create|delete|detach|distinct|else|false|in|is|match|merge|not|null|optional|or|remove|return|set|then|true|union|unwind|when|where|with|xor)$/i;

/**
 * A text as a Cypher string. Only backslashes and apostrophes are escaped: Neo4j decodes `\u` before
 * it reads strings, the embedded store afterwards, so that a `\u` would not mean the same to both.
 */
export function cypherString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/**
 * A name for a label, a type or a property key; in backticks where it needs them. Throws RangeError for
 * a name with a backtick or a backslash, which no way of writing carries to both stores.
 */
export function cypherName(name: string): string {
  if (plainName.test(name) && !keyword.test(name)) return name;
  if (name === '' || /[`\\\0]/.test(name)) {
    throw new RangeError(`The name ${JSON.stringify(name)} cannot be written for every store.`);
  }
  return `\`${name}\``;
}

/** A value as a Cypher literal: numbers that are whole as integers, others as floats. Throws RangeError for names that cannot be written. */
export function cypherLiteral(value: LiteralValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return cypherString(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${cypherName(key)}: ${cypherLiteral(item)}`);
  return `{${entries.join(', ')}}`;
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}
