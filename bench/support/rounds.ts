/** Times of one way of doing something, in milliseconds, sorted. */
type Times = readonly number[];

/** Ways to compare: name and one round of it. */
export type Ways = Readonly<Record<string, () => Promise<void>>>;

/**
 * Runs the ways in turn, `rounds` times each after one round to warm up, so that whatever else the
 * machine does falls on all alike. `before` prepares for a way and is not measured. Gives the median of
 * each, in milliseconds.
 */
export async function medians<W extends Ways>(
  ways: W,
  rounds: number,
  before: (way: keyof W & string) => Promise<void> = async () => undefined,
): Promise<Record<keyof W & string, number>> {
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(ways)) {
      await before(name);
      const start = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<
    keyof W & string,
    number
  >;
}

function median(times: Times): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** A row of the table in docs/performance.md: what, its median, what it is compared with, the ratio. */
export function row(
  what: string,
  ours: number,
  { base, of }: { readonly base: number; readonly of: string },
): string {
  return `| ${what} | ${ours.toFixed(1)} ms | ${of} | ${base.toFixed(1)} ms | ${(ours / base).toFixed(2)} |`;
}

export const head = '| what | median | compared with | median | ratio |\n|---|---|---|---|---|';
