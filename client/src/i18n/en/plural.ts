const figures = new Intl.NumberFormat('en');

/** A number with its noun: "1 claim", "1,200 claims". */
export function plural(count: number, one: string, many: string): string {
  return `${figures.format(count)} ${count === 1 ? one : many}`;
}
