import { existsSync } from 'node:fs';
import path from 'node:path';

import grafeo from '@grafeo-db/js';

import { changed, isAsSettled, underLock } from './database.ts';
import { damaged, LedgerFile } from './ledger.ts';

/** How the files in a folder stand: nothing yet, what the ledger says, or left by a process that was killed while it wrote. */
export type Standing = 'empty' | 'whole' | 'unsettled';

/** Looks at the files of a store in a folder that is there, and changes nothing. Throws HELD or DAMAGED as opening would. */
export async function inspectStore(folder: string): Promise<Standing> {
  const files = { folder, graph: path.join(folder, 'graph.grafeo') };
  const ledger = new LedgerFile(folder, grafeo.version());
  const found = await ledger.read();
  const isThere = existsSync(files.graph);
  if (found.kind === 'none') {
    if (isThere) throw damaged(folder, 'its ledger is missing');
    return 'empty';
  }
  if (!isThere) {
    if (found.ledger.digest === null) return 'empty';
    throw damaged(folder, `its file ${path.basename(files.graph)} is missing`);
  }
  return underLock(files, async () => {
    const state = await ledger.read();
    if (state.kind !== 'settled') return 'unsettled';
    if (!(await isAsSettled(files, state.ledger))) throw changed(files);
    return 'whole';
  });
}
