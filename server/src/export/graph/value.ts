import type { StoreValue } from '../../store/values.ts';

export type TemporalType = 'date' | 'datetime' | 'localdatetime' | 'time' | 'localtime' | 'duration';

/** A property's value with its kind, which the port alone does not tell: 1 and 1.0, a date and its text. */
export type ExportValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** ISO 8601, the same text for the same value on every store. */
  | { readonly kind: 'temporal'; readonly type: TemporalType; readonly text: string }
  | { readonly kind: 'point'; readonly srid: number; readonly coordinates: readonly number[] }
  | { readonly kind: 'list'; readonly items: readonly ExportValue[] }
  /** No store should hold one, but the embedded one can. */
  | { readonly kind: 'map'; readonly entries: Properties };

/** In the order of their names. */
export type Properties = readonly (readonly [name: string, value: ExportValue])[];

/** Beyond what its text shows, what a store says of a value: of each item where it is a list. */
export interface KindHints {
  readonly isFloat: boolean;
  readonly isText: boolean;
  /** Coordinate system of a point. */
  readonly srid: number | null;
}

/** Whether a value could be of two kinds, so that the store has to be asked. */
export function isAmbiguous(value: StoreValue): 'number' | 'text' | null {
  if (typeof value === 'number') return Number.isInteger(value) && !Object.is(value, -0) ? 'number' : null;
  if (typeof value === 'string') return mayBeOther(value) ? 'text' : null;
  if (!isList(value)) return null;
  const kinds = value.map(isAmbiguous);
  // Numbers of one list are of one kind: a fraction among them makes floats of all.
  if (value.every((item) => typeof item === 'number') && kinds.includes(null)) return null;
  return kinds.find((kind) => kind !== null) ?? null;
}

/** Most texts are told by their first letter. */
function mayBeOther(text: string): boolean {
  return /^[\d+\-P]/u.test(text) && (temporalOf(text) !== null || pointOf(text) !== null);
}

/** The value with its kind. Without hints whole numbers are integers and texts are texts. */
export function exportValue(value: StoreValue, hints: readonly KindHints[] = []): ExportValue {
  if (isList(value)) return { kind: 'list', items: itemsOf(value, hints) };
  return scalarOf(value, hints[0]);
}

function itemsOf(list: readonly StoreValue[], hints: readonly KindHints[]): readonly ExportValue[] {
  const items = list.map((item, index) => scalarOf(item, hints[index]));
  if (!items.some(({ kind }) => kind === 'float')) return items;
  return items.map((item) => (item.kind === 'integer' ? { kind: 'float', value: Number(item.value) } : item));
}

function scalarOf(value: StoreValue, hints: KindHints | undefined): ExportValue {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'bigint') return { kind: 'integer', value };
  if (typeof value === 'string') return textOrTemporal(value, hints);
  if (typeof value === 'number') {
    const isFloat = hints?.isFloat || !Number.isInteger(value) || Object.is(value, -0);
    return isFloat ? { kind: 'float', value } : { kind: 'integer', value: BigInt(value) };
  }
  if (isList(value)) return { kind: 'list', items: itemsOf(value, []) };
  return { kind: 'map', entries: untypedProperties(value as Readonly<Record<string, StoreValue>>) };
}

function untypedProperties(map: Readonly<Record<string, StoreValue>>): Properties {
  return sortedEntries(map).map(([name, item]) => [name, exportValue(item)] as const);
}

function textOrTemporal(value: string, hints: KindHints | undefined): ExportValue {
  if (hints === undefined || hints.isText) return { kind: 'text', value };
  const coordinates = pointOf(value);
  if (coordinates !== null) return { kind: 'point', srid: hints.srid ?? 7203, coordinates };
  return temporalOf(value) ?? { kind: 'text', value };
}

export function sortedEntries<V>(map: Readonly<Record<string, V>>): readonly (readonly [string, V])[] {
  return Object.entries(map).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

const date = String.raw`([+-]?)0*(\d{4,})-(\d\d)-(\d\d)`;
const time = String.raw`(\d\d:\d\d)(:\d\d)?(?:\.(\d+))?`;
const zone = String.raw`(Z|[+-]\d\d:\d\d(?::\d\d)?)(\[[^\]]+\])?`;
const dateForm = new RegExp(`^${date}$`, 'u');
const timeForm = new RegExp(`^(?:${date}T)?${time}(?:${zone})?$`, 'u');
const durationForm = /^P(?=.)(?:-?[\d.]+[YMWD])*(?:T(?:-?[\d.]+[HMS])+)?$/u;
const pointForm = /^POINT(?: Z)? \((\S+) (\S+)(?: (\S+))?\)$/u;

/** What a text may stand for: stores write fractions and years of the same moment in different lengths. */
function temporalOf(text: string): Extract<ExportValue, { kind: 'temporal' }> | null {
  const day = dateForm.exec(text);
  if (day) return { kind: 'temporal', type: 'date', text: dateText(day) };
  const moment = timeForm.exec(text);
  if (moment) {
    const [, , year, , , clock = '', seconds = ':00', digits = '', offset = '', name = ''] = moment;
    const fraction = digits.replace(/0+$/u, '');
    const rest = `${clock}${seconds}${fraction === '' ? '' : `.${fraction}`}${offset}${name}`;
    if (year === undefined)
      return { kind: 'temporal', type: offset === '' ? 'localtime' : 'time', text: rest };
    const type = offset === '' ? 'localdatetime' : 'datetime';
    return { kind: 'temporal', type, text: `${dateText(moment)}T${rest}` };
  }
  return durationForm.test(text) ? { kind: 'temporal', type: 'duration', text } : null;
}

function dateText([, sign = '', year = '', month = '', day = '']: RegExpExecArray): string {
  return `${sign === '-' ? '-' : year.length > 4 ? '+' : ''}${year}-${month}-${day}`;
}

function pointOf(text: string): readonly number[] | null {
  const coordinates = pointForm
    .exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return coordinates && !coordinates.some(Number.isNaN) ? coordinates : null;
}

function isList(value: StoreValue): value is readonly StoreValue[] {
  return Array.isArray(value);
}
