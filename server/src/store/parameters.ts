import { StoreError } from './store-error.ts';

/** How deep lists and maps may be nested in a parameter. An embedded engine dies of stack exhaustion far beyond it. */
const MAX_PARAMETER_DEPTH = 32;

/** With the flag `u`, only halves that have no partner match. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 63n - 1n;

/** Assigning to these on a plain object reaches its prototype, so no store can give them back unharmed. */
const REFUSED_KEYS = new Set(['__proto__']);

interface Pending {
  readonly value: unknown;
  readonly depth: number;
  readonly path: string;
}

/**
 * Refuses with BAD_VALUE what a store would lose, change or die of: nesting over 32 levels, NUL, half
 * surrogate pairs, numbers that are not finite or beyond 64 bits, `undefined`, and anything but plain
 * data. Iterative, because the input may be nested deeper than the stack is high.
 */
export function checkParameters(parameters: unknown): void {
  if (!isPlainObject(parameters)) throw badValue('$', 'parameters must be a plain object');
  const pending: Pending[] = entriesOf(parameters, 0, '$');
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    pending.push(...checkValue(next));
  }
}

function checkValue({ value, depth, path }: Pending): readonly Pending[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'string') checkText(value, path);
  else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw badValue(path, 'is not a finite number');
  } else if (typeof value === 'bigint') {
    if (value < MIN_INTEGER || value > MAX_INTEGER) throw badValue(path, 'is beyond 64 bits');
  } else return itemsOf(value, depth + 1, path);
  return [];
}

function itemsOf(value: unknown, depth: number, path: string): readonly Pending[] {
  if (depth > MAX_PARAMETER_DEPTH) {
    throw badValue(path, `is nested deeper than ${MAX_PARAMETER_DEPTH} levels`);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({ value: item, depth, path: `${path}[${index}]` }));
  }
  if (isPlainObject(value)) return entriesOf(value, depth, path);
  throw badValue(path, 'is not plain data');
}

function entriesOf(map: object, depth: number, path: string): Pending[] {
  return Object.entries(map).map(([key, value]: [string, unknown]) => {
    const place = path === '$' ? `$${key}` : `${path}.${key}`;
    checkText(key, place);
    if (REFUSED_KEYS.has(key)) throw badValue(place, 'has a name that no store can hold');
    return { value, depth, path: place };
  });
}

function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw badValue(path, 'contains the character NUL (U+0000)');
  if (LONE_SURROGATE.test(text))
    throw badValue(path, 'contains half of a surrogate pair, which is not a character');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function badValue(path: string, problem: string): StoreError {
  const place = path.replaceAll(new RegExp(LONE_SURROGATE, 'gu'), '\uFFFD').replaceAll('\0', '\u2400');
  const shown = place.length > 80 ? `${place.slice(0, 80)}...` : place;
  return new StoreError({
    code: 'BAD_VALUE',
    message: `The value ${shown} ${problem}.`,
    hint: 'Change the value before sending it.',
  });
}
