/** `2026`, `2026-01`, `2026-01-28` or an instant with a zone: the whole interval that it names. */
export interface PartialDate {
  readonly text: string;
  /** First millisecond, UTC. */
  readonly min: number;
  /** Last millisecond, UTC, inclusive. */
  readonly max: number;
}

/** Milliseconds, both ends inclusive; infinite where an end is open. */
export interface DateRange {
  readonly min: number;
  readonly max: number;
}

/** How a claim says when it was true: `date`, or `from` and `to`. */
export interface ValidTime {
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const month = '(?:0[1-9]|1[0-2])';
const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const day = `(?:[0-9]{4}-(?:${month}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|${leapYear}-02-29)`;
const time = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,3})?)?';
const zone = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))';

/** What every partial date is, and nothing else: a regular expression that JavaScript and databases read alike. */
export const partialDatePattern = `(?:[0-9]{4}(?:-${month})?|${day}(?:T${time}${zone})?)`;

const form = new RegExp(`^${partialDatePattern}$`, 'u');

/** The interval that a partial date names (ISO 8601, as EDTF level 0), or null if it is none: `2026-13`, `2026-02-30`, "Tuesday". */
export function parsePartialDate(text: string): PartialDate | null {
  if (!form.test(text)) return null;
  if (text.length > 10) return { text, min: Date.parse(text), max: Date.parse(text) };
  const min = Date.parse(`${text}${'0000-01-01'.slice(text.length)}T00:00:00Z`);
  const next = new Date(min);
  if (text.length === 4) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (text.length === 7) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  return { text, min, max: next.getTime() - 1 };
}

/** When a claim was true, or null where it does not say so (or says it in no readable date). */
export function validRange({ date, from, to }: ValidTime): DateRange | null {
  const first = parsed(date ?? from);
  const last = parsed(date ?? to);
  if (first === null && last === null) return null;
  return { min: first?.min ?? -Infinity, max: last?.max ?? Infinity };
}

/** The first moment of what a claim says about its time, on which lists of claims run; null like `validRange`. */
export function validStart({ date, from, to }: ValidTime): number | null {
  return (parsed(date ?? from) ?? parsed(date ?? to))?.min ?? null;
}

/** Whether two ranges have a moment in common. What is undated meets every date. */
export function rangesMeet(one: DateRange | null, other: DateRange | null): boolean {
  if (one === null || other === null) return true;
  return one.min <= other.max && other.min <= one.max;
}

/** The date that begins first; of several that begin together the first given. */
export function earliest(dates: readonly string[]): string | null {
  return extreme(dates, (date, best) => date.min < best.min);
}

/** The date that ends last; of several that end together the first given. */
export function latest(dates: readonly string[]): string | null {
  return extreme(dates, (date, best) => date.max > best.max);
}

function extreme(dates: readonly string[], better: (date: PartialDate, best: PartialDate) => boolean) {
  let best: PartialDate | null = null;
  for (const text of dates) {
    const date = parsePartialDate(text);
    if (date !== null && (best === null || better(date, best))) best = date;
  }
  return best?.text ?? null;
}

function parsed(text: string | null): PartialDate | null {
  return text === null ? null : parsePartialDate(text);
}
