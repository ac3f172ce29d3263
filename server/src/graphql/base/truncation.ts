/** What a limit left out, and the order that chose the rest. */
export interface Truncation {
  readonly limit: string;
  readonly at: string | null;
  readonly shown: number;
  /** Null: not counted. */
  readonly total: number | null;
  readonly orderedBy: string;
}
