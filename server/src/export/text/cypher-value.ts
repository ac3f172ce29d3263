import { cypherName, cypherString } from '../../lib/cypher-literal.ts';
import { StoreError } from '../../store/store-error.ts';
import type { ExportValue, Properties, TemporalType } from '../graph/value.ts';

/** A value as a Cypher expression that gives the same value of the same kind. Throws StoreError like `nameInCypher`. */
export function valueInCypher(value: ExportValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'integer':
      return String(value.value);
    case 'float':
      return floatInCypher(value.value);
    case 'text':
      return textInCypher(value.value);
    case 'temporal':
      return temporalInCypher(value.type, value.text);
    case 'point': {
      const [x = 0, y = 0, z] = value.coordinates.map(floatInCypher);
      return `point({x: ${x}, y: ${y}${z === undefined ? '' : `, z: ${z}`}, srid: ${value.srid}})`;
    }
    case 'list':
      return `[${value.items.map(valueInCypher).join(', ')}]`;
    case 'map':
      return mapInCypher(value.entries);
  }
}

/** Properties as a map. Throws StoreError like `nameInCypher`. */
export function mapInCypher(properties: Properties): string {
  return `{${properties.map(([name, value]) => `${nameInCypher(name)}: ${valueInCypher(value)}`).join(', ')}}`;
}

/**
 * A label, type or key. One with a backtick is written as Neo4j reads it; the embedded store, which has no
 * way to write it, then refuses the script. Throws StoreError NOT_SUPPORTED for a name that no script can hold.
 */
export function nameInCypher(name: string): string {
  if (!/[`\\]/u.test(name) && !name.includes('\0')) return cypherName(name);
  // Neo4j decodes `\u` before it reads names, and knows no way to escape it there.
  if (!/\\u|\0/u.test(name)) return `\`${name.replaceAll('`', '``')}\``;
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: `The name ${JSON.stringify(name)} (a label, type or property) cannot be written in Cypher.`,
    hint: 'Rename it in the graph, or export as JSON, which carries any name.',
  });
}

function textInCypher(text: string): string {
  if (!text.includes('\0')) return cypherString(text);
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: `A text contains the character NUL, which no script can hold: ${JSON.stringify(text.slice(0, 60))}.`,
    hint: 'Take it out of the text, or export as JSON.',
  });
}

function floatInCypher(value: number): string {
  if (Number.isNaN(value)) return '(0.0 / 0.0)';
  if (!Number.isFinite(value)) return `(${value < 0 ? '-' : ''}1.0 / 0.0)`;
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value).replace('e+', 'e');
  return /[.e]/u.test(text) ? text : `${text}.0`;
}

/** `date('...')` is refused in scripts, since it makes full dates of partial ones. */
function temporalInCypher(type: TemporalType, text: string): string {
  const day = type === 'date' ? /^([+-]?\d+)-(\d\d)-(\d\d)$/u.exec(text) : null;
  if (!day) return `${type}(${cypherString(text)})`;
  const [year, month, dayOfMonth] = day.slice(1).map(Number);
  return `date({year: ${year}, month: ${month}, day: ${dayOfMonth}})`;
}
