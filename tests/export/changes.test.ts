import { expect, it } from 'vitest';

import { csvEntities } from '../../server/src/export/csv-entities.ts';
import type { ExportFormat, ExportRequest } from '../../server/src/export/format.ts';
import { json } from '../../server/src/export/json.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';

const everything: ExportRequest = { part: { kind: 'whole' }, raw: false };

/** Exports, and changes the graph once the order of its nodes stands. */
async function exportAndChange(store: Store, format: ExportFormat, change: string): Promise<void> {
  let pieces = 0;
  for await (const _piece of format.write(store, everything)) {
    pieces += 1;
    if (pieces === 1) await store.write((transaction) => transaction.run(change));
  }
}

forEachStore((_name, open) => {
  it.each([
    ['a node changes', csvEntities, "MATCH (n:Entity {id: 'cia'}) SET n.name = 'Agency'"],
    ['a node goes', csvEntities, "MATCH (n:Entity {id: 'cia'}) DETACH DELETE n"],
    ['a relation comes', json, "MATCH (n:Entity {id: 'cia'}) CREATE (n)-[:NEW]->(n)"],
  ])('is told when %s meanwhile, instead of giving a graph that never was', async (_what, format, change) => {
    const store = await openLoadedStore(open);
    await expect(exportAndChange(store, format, change)).rejects.toMatchObject({
      code: 'CONFLICT',
      hint: 'Export it again.',
    });
  });

  it('leaves out what the loader keeps for itself', async () => {
    const store = await openLoadedStore(open);
    const pieces: string[] = [];
    for await (const piece of json.write(store, everything)) pieces.push(piece);
    expect(pieces.join('')).not.toMatch(/LoadedScript|LoadCounter|"Load"/u);
  });
});
