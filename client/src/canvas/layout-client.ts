import type { LayoutOrder, LayoutReply } from './layout-messages.ts';
import type { LayoutTask, Places } from './layout/layout.ts';

/** The layout failed in its worker; the picture stays as it was. */
class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

export interface LayoutClient {
  /**
   * Resolves with the places, or with null where a later order or `stop` overtook it. Rejects with LayoutError.
   */
  run(task: LayoutTask, progress?: (places: Places) => void): Promise<Places | null>;
  /** Ends the layout that is running, if any. */
  stop(): void;
  /** Ends the worker. */
  dispose(): void;
}

/** One worker for one canvas; a new order ends the one that is running. */
export function createLayoutClient(): LayoutClient {
  let worker: Worker | null = null;
  let version = 0;
  let overtake: (() => void) | null = null;

  function stop(): void {
    version += 1;
    if (overtake === null) return;
    // A layout is one long computation that hears no message, so it is ended from outside.
    worker?.terminate();
    worker = null;
    overtake();
    overtake = null;
  }

  function run(task: LayoutTask, progress?: (places: Places) => void): Promise<Places | null> {
    stop();
    worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const current = worker;
    const order: LayoutOrder = { version, task };
    return new Promise((resolve, reject) => {
      overtake = () => resolve(null);
      current.onmessage = (event: MessageEvent<LayoutReply>) => {
        if (event.data.version !== order.version) return;
        if (!event.data.done) {
          progress?.(event.data.places);
          return;
        }
        overtake = null;
        resolve(event.data.places);
      };
      current.onerror = (event) => {
        overtake = null;
        worker = null;
        reject(new LayoutError(`The layout stopped: ${event.message || 'its worker could not be started'}.`));
      };
      current.postMessage(order);
    });
  }

  function dispose(): void {
    stop();
    worker?.terminate();
    worker = null;
  }

  return { run, stop, dispose };
}
