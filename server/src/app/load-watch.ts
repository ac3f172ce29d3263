import type { LoadNews } from '../graphql/base/load-news.ts';
import type { Log } from '../http/log.ts';
import { lastLoad } from '../loader/history.ts';
import type { Store } from '../store/store.ts';

/** How often the graph is asked for loads that others did, while anybody listens. Milliseconds. */
const everyMs = 1_500;

/** One for a server: it asks the graph, so that a load by any other process is told as well. */
export interface LoadWatch extends Pick<LoadNews, 'moreThan'> {
  /** Looks at once, after a load in this process. */
  look(): void;
  /** Lets everybody go who waits. */
  close(): void;
}

interface Listener {
  readonly after: number;
  readonly tell: (more: boolean) => void;
}

/** Watches the number of the last load, which costs one short read, and nothing while nobody listens. */
export function watchLoads(store: Store, log: Log): LoadWatch {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let failing = false;
  let closed = false;

  function plan(): void {
    clearTimeout(timer);
    if (listeners.size > 0) timer = setTimeout(() => void look(), everyMs).unref();
  }

  async function look(): Promise<void> {
    if (looking || listeners.size === 0) return;
    looking = true;
    try {
      const last = await store.read(lastLoad);
      failing = false;
      for (const listener of listeners) if (last > listener.after) listener.tell(true);
    } catch (error) {
      // It goes on asking: the store's own failures end, and whoever queries it is told of them.
      if (!failing) log.warn({ err: error }, 'The graph cannot be asked for new loads; trying on');
      failing = true;
    } finally {
      looking = false;
      plan();
    }
  }

  return {
    moreThan: (after, signal) =>
      new Promise<boolean>((resolve) => {
        const listener: Listener = {
          after,
          tell: (more) => {
            listeners.delete(listener);
            signal.removeEventListener('abort', leave);
            resolve(more);
          },
        };
        const leave = (): void => listener.tell(false);
        if (closed || signal.aborted) return resolve(false);
        signal.addEventListener('abort', leave);
        listeners.add(listener);
        // There may have been loads since the listener read that number.
        void look();
      }),
    look: () => void look(),
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const listener of listeners) listener.tell(false);
    },
  };
}
