/** Each item once, in the order of its first place. */
export function unique<Item>(items: Iterable<Item>): readonly Item[] {
  return [...new Set(items)];
}
