import type { Store } from '../../store/store.ts';
import type { Settings } from '../settings.ts';
import { openStore } from '../stores.ts';
import { embeddedFolder } from './embedded-folder.ts';
import type { Finding } from './finding.ts';
import { files, network, ownTimeout, procedures, serverTimeout, transactions } from './neo4j-access.ts';
import { clock, entityIds, rights, size, textIndex, version } from './neo4j-graph.ts';
import { serverSide } from './server-side.ts';

const ofNeo4j: readonly ((store: Store) => Promise<Finding>)[] = [
  version,
  files,
  network,
  procedures,
  transactions,
  ownTimeout,
  serverTimeout,
  rights,
  entityIds,
  textIndex,
  clock,
  size,
];

/**
 * Finds out what is open in the settings, and in the store that they name: by trying, where a setting only
 * promises. Nothing is changed. `root` is Claimgraph's own folder. Throws StoreError where a Neo4j does not answer.
 */
export async function examine(settings: Settings, root: string): Promise<readonly Finding[]> {
  const findings = [...(await serverSide(settings, root))];
  if (settings.store.kind === 'embedded')
    return [...findings, ...(await embeddedFolder(settings.store.folder))];
  const store = await openStore(settings.store);
  try {
    await store.describe();
    // One after the other: an answer that is slow would make the next look so.
    for (const ask of ofNeo4j) findings.push(await ask(store));
    return findings;
  } finally {
    await store.close();
  }
}
