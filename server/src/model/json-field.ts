/** What is wrong with a value of a JSON file, and where: `relationTypes.MET.symmetric`. */
export class JsonFieldError extends Error {
  override readonly name = 'JsonFieldError';
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
    this.path = path;
  }
}

/** A value with its path in the file, so that whoever reads it can say where it stands. */
export class JsonField {
  readonly path: string;
  readonly #value: unknown;

  constructor(value: unknown, path = '') {
    this.#value = value;
    this.path = path;
  }

  get isAbsent(): boolean {
    return this.#value === undefined;
  }

  is(word: string): boolean {
    return this.#value === word;
  }

  /** The error to throw when this value is not what was expected. */
  refused(expected: string): JsonFieldError {
    const found = this.isAbsent ? 'there is nothing' : `found ${JSON.stringify(this.#value)}`;
    return new JsonFieldError(this.path, `expected ${expected}, ${found}`);
  }

  /** The fields of an object, in the order of the file. */
  fields(): ReadonlyMap<string, JsonField> {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.refused('an object');
    return new Map(
      Object.entries(value).map(([key, item]) => [
        key,
        new JsonField(item, this.path === '' ? key : `${this.path}.${key}`),
      ]),
    );
  }

  /** The named fields of an object that may have no others; one that is missing comes as an absent field. */
  record<Key extends string>(...keys: readonly Key[]): Readonly<Record<Key, JsonField>> {
    const fields = this.fields();
    for (const [key, field] of fields) {
      if (!keys.some((known) => known === key)) {
        throw new JsonFieldError(field.path, `there is no such field; known here: ${keys.join(', ')}`);
      }
    }
    const absent = (key: Key): JsonField =>
      new JsonField(undefined, this.path === '' ? key : `${this.path}.${key}`);
    const entries = keys.map((key) => [key, fields.get(key) ?? absent(key)] as const);
    return Object.fromEntries(entries) as Record<Key, JsonField>;
  }

  items(): readonly JsonField[] {
    if (!Array.isArray(this.#value)) throw this.refused('a list');
    return this.#value.map((item: unknown, index) => new JsonField(item, `${this.path}[${String(index)}]`));
  }

  text(): string {
    if (typeof this.#value !== 'string' || this.#value.trim() === '') throw this.refused('a text');
    return this.#value;
  }

  /** One of the given words. */
  oneOf<Word extends string>(words: readonly Word[]): Word {
    const word = words.find((known) => known === this.#value);
    if (word === undefined) throw this.refused(`one of ${words.join(', ')}`);
    return word;
  }

  /** True or false; false when absent. */
  flag(): boolean {
    if (this.isAbsent) return false;
    if (typeof this.#value !== 'boolean') throw this.refused('true or false');
    return this.#value;
  }
}
