import { lastLoad, type LoadRecord, readLoads } from '../../loader/history.ts';
import type { ConnectionSource, Page, Placed } from '../base/connection.ts';
import type { Context } from '../base/context.ts';

/** The changes behind a number, latest first. Their numbers have no gaps, so a page is a range of numbers. */
export function changeSource(context: Context, page: Page, asked: number): ConnectionSource<LoadRecord> {
  // There is none before the first.
  const since = Math.max(0, asked);
  const last = (): Promise<number> =>
    context.once('last load', () => context.ask((store) => store.read(lastLoad)));
  const start = page.start === null ? null : -page.start.n;
  return {
    page,
    fetch: async () => {
      const wanted = page.size + 1;
      const oldestFirst = !page.forward;
      const newest = start === null ? await last() : start - 1;
      const after = Math.max(since, oldestFirst ? (start ?? since) : newest - wanted);
      const limit = oldestFirst ? wanted : Math.max(0, newest - after);
      const loads = await context.ask((store) =>
        store.read((transaction) => readLoads(transaction, { after, limit })),
      );
      return (oldestFirst ? loads : loads.toReversed()).map(placed);
    },
    count: async () => Math.max(0, (await last()) - since),
  };
}

/** Lists run by rising number, and this one from the latest. */
function placed(load: LoadRecord): Placed<LoadRecord> {
  return { n: -load.sequence, k: '', item: load };
}
