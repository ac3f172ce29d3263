/** What the doctor found out about one thing. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly subject: string;
  readonly state: 'ok' | 'open' | 'unknown';
  readonly message: string;
  /** What to do about it; null where there is nothing to do. */
  readonly close: string | null;
}

export function ok(subject: string, message: string): Finding {
  return { subject, state: 'ok', message, close: null };
}

export function open(subject: string, message: string, close: string): Finding {
  return { subject, state: 'open', message, close };
}

export function unknown(subject: string, message: string, close: string | null = null): Finding {
  return { subject, state: 'unknown', message, close };
}
