import { Worker } from 'node:worker_threads';

export type Measure = 'DEGREE' | 'PAGERANK' | 'BETWEENNESS' | 'COMMUNITIES';

/** A graph of nodes that are known by their numbers, in an order that is the same for equal graphs. */
export interface MeasuredGraph {
  readonly measure: Measure;
  /** Number of nodes. */
  readonly size: number;
  /** Source, target, and whether it reads the same both ways. */
  readonly relations: readonly (readonly [number, number, boolean])[];
}

export interface Measured {
  readonly method: string;
  /** Of each node: its score, or the number of its community. */
  readonly values: readonly number[];
}

// Beside this file in the sources, and beside the server's in the build. Megabytes.
const worker = './measure-worker.mjs';
const memory = 512;

/** Measures a graph in a thread of its own, so that others are answered meanwhile. Ends with the signal, throwing its reason. */
export function measureGraph(graph: MeasuredGraph, signal: AbortSignal | undefined): Promise<Measured> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const thread = new Worker(new URL(worker, import.meta.url), {
      workerData: graph,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const leave = (): void => {
      signal?.removeEventListener('abort', abort);
      void thread.terminate();
    };
    const abort = (): void => {
      leave();
      // eslint-disable-next-line typescript/prefer-promise-reject-errors -- a signal's reason is thrown as it is
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    thread.once('message', (measured: Measured) => {
      leave();
      resolve(measured);
    });
    thread.once('error', (error) => {
      leave();
      reject(error);
    });
  });
}
