/**
 * The characters of all texts in an answer's data, and so much more for each value, as far as it matters: counting
 * ends above the maximum. Without recursion.
 */
export function sizeOf(
  data: unknown,
  { max, perValue = 0 }: { readonly max: number; readonly perValue?: number },
): number {
  const pending = [data];
  let size = 0;
  while (pending.length > 0 && size <= max) {
    const value = pending.pop();
    size += perValue;
    if (typeof value === 'string') size += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) pending.push(inner);
    }
  }
  return size;
}
