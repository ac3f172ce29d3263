import type { TextSpan } from '../../lib/quote-places.ts';

/** Index of the first of ordered, separate spans that ends behind an offset; their number if none does. */
export function firstEndingAfter(spans: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
