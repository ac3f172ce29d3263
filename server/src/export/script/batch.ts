/** Well below the 200,000 bytes that the embedded store takes at once. */
const MAX_BYTES = 100_000;
const MAX_ROWS = 1_000;

/** Rows of one statement, which differs in its rows alone: `UNWIND [rows] AS row`, and what is done with each. */
export interface BatchShape {
  /** Stands before UNWIND; may be empty. */
  readonly before: string;
  readonly after: string;
}

/** Collects rows and gives them as statements: as many rows in one as it may hold, and only rows of one shape. */
export class Batch {
  #shape: BatchShape | null = null;
  #rows: string[] = [];
  #bytes = 0;

  /** Adds a row; gives the statement of those before it if they are full, or of another shape. */
  add(row: string, shape: BatchShape): string {
    const bytes = Buffer.byteLength(row);
    const differs = this.#shape?.after !== shape.after || this.#shape.before !== shape.before;
    const full = this.#rows.length >= MAX_ROWS || this.#bytes + bytes > MAX_BYTES;
    const statement = differs || full ? this.end() : '';
    this.#shape = shape;
    this.#rows.push(row);
    this.#bytes += bytes;
    return statement;
  }

  /** The statement of what is left; empty if nothing is. */
  end(): string {
    if (this.#shape === null || this.#rows.length === 0) return '';
    const { before, after } = this.#shape;
    const statement = `${before}UNWIND [\n  ${this.#rows.join(',\n  ')}\n] AS row\n${after};\n\n`;
    this.#rows = [];
    this.#bytes = 0;
    return statement;
  }
}
