import type { StoreMap } from '../../store/values.ts';
import { isAmbiguous } from './value.ts';

/**
 * The keys under which single values were found that may be of two kinds: whole numbers, and texts that
 * look like dates. It grows while a graph is read, so that what a page needs comes with its rows.
 */
export class KindKeys {
  readonly #texts = new Set<string>();
  readonly #numbers = new Set<string>();

  /** Of statements that have columns of kinds. */
  parameters(): { readonly textKeys: readonly string[]; readonly numberKeys: readonly string[] } {
    return { textKeys: [...this.#texts], numberKeys: [...this.#numbers] };
  }

  has(key: string): boolean {
    return this.#texts.has(key) || this.#numbers.has(key);
  }

  /** Takes in what these properties hold; says whether there was a new key. */
  learn(pages: readonly StoreMap[]): boolean {
    const before = this.#texts.size + this.#numbers.size;
    for (const properties of pages) {
      for (const [key, value] of Object.entries(properties)) {
        if (Array.isArray(value)) continue;
        const doubt = isAmbiguous(value);
        if (doubt !== null) (doubt === 'text' ? this.#texts : this.#numbers).add(key);
      }
    }
    return this.#texts.size + this.#numbers.size > before;
  }
}
