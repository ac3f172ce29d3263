import edtf from 'edtf';

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

const form = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Reading a date takes 0.15 ms, and a graph holds few different ones. */
const read = new Map<string, PartialDate | null>();
const MAX_KEPT = 10_000;

/** The interval that a partial date names (EDTF level 0), or null if it is none: `2026-13`, `2026-02-30`, "Tuesday". */
export function parsePartialDate(text: string): PartialDate | null {
  const kept = read.get(text);
  if (kept !== undefined) return kept;
  const date = form.test(text) ? intervalOf(text) : null;
  if (read.size >= MAX_KEPT) read.clear();
  read.set(text, date);
  return date;
}

/** When a claim was true, or null where it does not say so (or says it in no readable date). */
export function validRange({ date, from, to }: ValidTime): DateRange | null {
  const first = parsed(date ?? from);
  const last = parsed(date ?? to);
  if (first === null && last === null) return null;
  return { min: first?.min ?? -Infinity, max: last?.max ?? Infinity };
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

function intervalOf(text: string): PartialDate | null {
  try {
    const { min, max } = edtf(text, { level: 0 });
    return { text, min, max };
  } catch (error) {
    // edtf says "no such date" by throwing; its parser's errors have no common class.
    if (error instanceof Error) return null;
    throw error;
  }
}
