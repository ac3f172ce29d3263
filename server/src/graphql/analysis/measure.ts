import { Worker } from 'node:worker_threads';

import { turns } from '../../lib/turns.ts';

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

/** A thread takes a processor and memory, and one query may ask for many measures: of all queries together so many at once. */
const inTurn = turns(2);

/** Measures a graph in a thread of its own, so that others are answered meanwhile. Ends with the signal, throwing its reason. */
export async function measureGraph(graph: MeasuredGraph, signal: AbortSignal | undefined): Promise<Measured> {
  return inTurn(() => inThread(graph, signal));
}

function inThread(graph: MeasuredGraph, signal: AbortSignal | undefined): Promise<Measured> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const thread = new Worker(new URL(worker, import.meta.url), {
      workerData: graph,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    // Its turn is over when it is gone.
    const settle = (told: () => void): void => {
      signal?.removeEventListener('abort', abort);
      void thread.terminate().then(told);
    };
    // eslint-disable-next-line typescript/prefer-promise-reject-errors -- a signal's reason is thrown as it is
    const abort = (): void => settle(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });
    thread.once('message', (measured: Measured) => settle(() => resolve(measured)));
    thread.once('error', (error) => settle(() => reject(error)));
  });
}
