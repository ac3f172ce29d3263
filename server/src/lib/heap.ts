/** A binary heap: what comes first by the comparison is taken first. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #compare: (one: T, other: T) => number;

  constructor(compare: (one: T, other: T) => number) {
    this.#compare = compare;
  }

  push(item: T): void {
    let place = this.#items.length;
    this.#items.push(item);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.#items[parent];
      if (above === undefined || this.#compare(above, item) <= 0) break;
      this.#items[place] = above;
      place = parent;
    }
    this.#items[place] = item;
  }

  /** Takes out the first; undefined when there is none. */
  pop(): T | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
    return first;
  }

  /** Puts an item at the top and lets it sink to its place. */
  #sink(item: T): void {
    const size = this.#items.length;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(child + 1, child)) child += 1;
      const below = this.#items[child];
      if (below === undefined || this.#compare(item, below) <= 0) break;
      this.#items[place] = below;
      place = child;
    }
    this.#items[place] = item;
  }

  #before(one: number, other: number): boolean {
    const [first, second] = [this.#items[one], this.#items[other]];
    return first !== undefined && second !== undefined && this.#compare(first, second) < 0;
  }
}
