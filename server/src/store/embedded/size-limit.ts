import { stat } from 'node:fs/promises';

import { StoreError } from '../store-error.ts';

/** A quarter below what the engine can address, since one load may add much. */
export const MAX_BYTES = 3 * 1024 ** 3;

interface SizedFile {
  readonly folder: string;
  readonly graph: string;
  readonly maxBytes: number;
}

/** Throws NOT_SUPPORTED for a graph file that takes no more. */
export async function refuseTooLarge({ graph, folder, maxBytes }: SizedFile): Promise<void> {
  const { size } = await stat(graph);
  if (size < maxBytes) return;
  throw new StoreError({
    code: 'NOT_SUPPORTED',
    message: `The embedded store in ${folder} has grown to ${gibibytes(size)} GiB, and takes no more than ${gibibytes(maxBytes)}.`,
    hint: 'Use Neo4j from here on: set CLAIMGRAPH_STORE to its address and load the scripts there.',
  });
}

/** Says in time that a graph file is on its way there: from a third on. */
export async function warnWhenLarge({ graph, folder, maxBytes }: SizedFile): Promise<void> {
  const { size } = await stat(graph);
  if (size < maxBytes / 3 || size >= maxBytes) return;
  process.emitWarning(
    `The embedded store in ${folder} has grown to ${gibibytes(size)} GiB. It takes ${gibibytes(maxBytes)} GiB; beyond that, use Neo4j.`,
    { code: 'CLAIMGRAPH_STORE_SIZE' },
  );
}

function gibibytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
