import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { loopback } from '../loopback.ts';
import type { Settings } from '../settings.ts';
import { type Finding, ok, open } from './finding.ts';
import { openToOthers } from './permissions.ts';

/** What the settings of the server let in. */
export async function serverSide(settings: Settings, root: string): Promise<readonly Finding[]> {
  return [listening(settings), writing(settings), origins(settings), await settingsFile(root), way(settings)];
}

function listening({ host, readToken }: Settings): Finding {
  if (loopback.test(host)) return ok('listening', `The server listens at ${host}, for this machine alone.`);
  if (readToken !== undefined) return ok('listening', `The server listens at ${host}; readers need a token.`);
  return open(
    'listening',
    `The server listens at ${host}, and who reaches it reads the whole graph.`,
    'Set CLAIMGRAPH_READ_TOKEN, or CLAIMGRAPH_HOST=127.0.0.1.',
  );
}

function writing({ writeToken }: Settings): Finding {
  if (writeToken === undefined) return ok('writing', 'The API takes no changes.');
  return ok('writing', 'The API takes changes with the write token alone.');
}

function origins({ origins: allowed, readToken }: Settings): Finding {
  if (allowed.length === 0) return ok('origins', "Only the server's own pages may use the API.");
  const plain = allowed.filter(
    (origin) => origin.startsWith('http:') && !/\/\/(?:localhost|127\.)/u.test(origin),
  );
  if (plain.length === 0 || readToken !== undefined) {
    return ok('origins', `Pages of ${allowed.join(', ')} may use the API.`);
  }
  return open(
    'origins',
    `Pages of ${plain.join(', ')} may read the graph, and whoever is between can put words into them.`,
    'Use https for these origins, or set CLAIMGRAPH_READ_TOKEN.',
  );
}

/** It may hold passwords and tokens. */
async function settingsFile(root: string): Promise<Finding> {
  const file = join(root, '.env');
  if (!existsSync(file)) return ok('.env', 'There is no such file.');
  if (!(await openToOthers(file))) return ok('.env', 'Only its owner reads it.');
  return open('.env', `Other users of this machine may read ${file}.`, `chmod 600 '${file}'`);
}

function way({ store }: Settings): Finding {
  if (store.kind === 'embedded') return ok('way to the store', 'It is in this process.');
  const { protocol, hostname } = new URL(store.uri);
  if (protocol.includes('+s') || loopback.test(hostname)) {
    return ok('way to the store', `Nobody reads along on the way to ${hostname}.`);
  }
  return open(
    'way to the store',
    `Password and graph go to ${hostname} unencrypted.`,
    `Have Neo4j use TLS, and write ${protocol.replace(':', '')}+s:// in CLAIMGRAPH_STORE.`,
  );
}
