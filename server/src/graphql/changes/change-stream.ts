import { lastLoad, type LoadRecord, readLoads } from '../../loader/history.ts';
import type { Context } from '../base/context.ts';

/** How many changes are read at once by somebody who missed many. */
const atOnce = 20;

/** The changes behind a number as they come, or from now on; reading them ends when the reader leaves. */
export function changesBehind(context: Context, since: number | null): AsyncIterableIterator<LoadRecord> {
  const leaving = new AbortController();
  const changes = follow(context, since, leaving.signal);
  return {
    next: () => changes.next(),
    // A generator that waits would not hear of it.
    return: async () => {
      leaving.abort();
      return changes.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* follow(
  context: Context,
  since: number | null,
  leaving: AbortSignal,
): AsyncGenerator<LoadRecord, undefined> {
  const last = (): Promise<number> => context.ask((store) => store.read(lastLoad));
  let seen = since ?? (await last());
  while (await context.news.moreThan(seen, leaving)) {
    const after = seen;
    const loads = await context.ask((store) =>
      store.read((transaction) => readLoads(transaction, { after, limit: atOnce })),
    );
    // Somebody may have deleted what the graph remembers.
    if (loads.length === 0) seen = await last();
    for (const load of loads) {
      seen = load.sequence;
      yield load;
    }
  }
  return undefined;
}
