import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { textOf } from '../../model/stored-values.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import { type Finding, ok, open, unknown } from './finding.ts';
import { editionOf, probe } from './probe.ts';

/** Where the settings below belong. */
const inConf = 'in neo4j.conf, and start Neo4j anew';

const loadCsv = 'LOAD CSV FROM $url AS row RETURN count(row) AS rows';

/** Files that are there on nearly every machine, by a path from the root and by one that climbs out of a folder. */
const systemFiles = ['/etc/passwd', '/../../../../../../../../etc/passwd', '/C:/Windows/win.ini'];
const noSuchFile = 'file:///claimgraph-doctor-no-such-file.csv';

/** Whether LOAD CSV reads files: any of the machine, or those of its import folder. */
export async function files(store: Store): Promise<Finding> {
  for (const path of systemFiles) {
    const reply = await probe(store, loadCsv, { url: `file://${path}` });
    if (reply.kind === 'rows') {
      return open(
        'files',
        `LOAD CSV reads any file that Neo4j's user may read: it read ${path}.`,
        `Set server.directories.import=import and dbms.security.allow_csv_import_from_file_urls=false ${inConf}.`,
      );
    }
  }
  const reply = await probe(store, loadCsv, { url: noSuchFile });
  if (reply.kind === 'refused' && /allow_csv_import_from_file_urls|not allowed|denied/iu.test(reply.reason)) {
    return ok('files', 'LOAD CSV reads no files.');
  }
  if (reply.kind === 'refused' && /external resource/iu.test(reply.reason)) {
    return open(
      'files',
      "LOAD CSV reads the files in Neo4j's import folder.",
      `Set dbms.security.allow_csv_import_from_file_urls=false ${inConf}.`,
    );
  }
  return unknown('files', `What LOAD CSV does with files cannot be told: ${saidIn(reply)}`);
}

/** Whether LOAD CSV fetches from addresses of Neo4j's own network: a listener of ours counts who comes. */
export async function network(store: Store): Promise<Finding> {
  let calls = 0;
  const listener = createServer((socket) => {
    calls += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const reply = await probe(store, loadCsv, { url: `http://127.0.0.1:${port}/claimgraph-doctor` });
    // From another machine it calls itself, where nobody listens.
    const tried = reply.kind === 'rows' || /external resource|connection refused/iu.test(reply.reason);
    if (calls > 0 || tried) {
      return open(
        'network',
        'LOAD CSV fetches from any address that Neo4j reaches, those of its own machine included.',
        `Set internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0 ${inConf}.`,
      );
    }
    if (/block|not allowed|denied/iu.test(reply.reason)) return ok('network', 'LOAD CSV fetches nothing.');
    return unknown('network', `Whether LOAD CSV fetches anything cannot be told: ${reply.reason}`);
  } finally {
    listener.close();
  }
}

/** Neo4j's own, which no setting takes away. */
const builtIn = /^(?:db|dbms|fleetManagement|tx)\./u;

/** Whether there are procedures beyond Neo4j's own, of which many read files or the network. */
export async function procedures(store: Store): Promise<Finding> {
  const reply = await probe(store, 'SHOW PROCEDURES YIELD name RETURN name ORDER BY name');
  if (reply.kind === 'refused') return unknown('procedures', `They cannot be listed: ${reply.reason}`);
  const others = reply.rows.flatMap(({ name }) => textOf(name) ?? []).filter((name) => !builtIn.test(name));
  if (others.length === 0) return ok('procedures', "There are only Neo4j's own.");
  return open(
    'procedures',
    `${others.length} beyond Neo4j's own can be called, such as ${others.slice(0, 3).join(', ')}. Claimgraph calls none of them.`,
    `Take the plugins away, or set dbms.security.procedures.allowlist=db.* ${inConf}.`,
  );
}

/** Whether the account sees what others ask, and could end it. */
export async function transactions(store: Store): Promise<Finding> {
  if ((await editionOf(store)) === 'community') {
    return ok(
      'transactions',
      'Community has no roles: every account sees and ends the transactions of all. Keep the password to this server.',
    );
  }
  const others = await probe(
    store,
    'SHOW CURRENT USER YIELD user WITH user SHOW TRANSACTIONS YIELD username WHERE username <> user RETURN count(*) AS others',
  );
  const reply =
    others.kind === 'rows' ? others : await probe(store, 'SHOW TRANSACTIONS YIELD username RETURN username');
  if (reply.kind === 'refused') return ok('transactions', 'The account cannot list transactions.');
  return unknown(
    'transactions',
    'The account may list transactions; whether those of others are among them shows only while there are some.',
    'Give the account no SHOW TRANSACTION and TERMINATE TRANSACTION privilege on the users of others.',
  );
}

const slow = `UNWIND range(1, 1000000000) AS claimgraphDoctor UNWIND range(1, 1000) AS other
WITH claimgraphDoctor * other AS product WHERE product < 0 RETURN count(product) AS found`;
const slowTransactions = `SHOW TRANSACTIONS YIELD currentQuery
WHERE currentQuery CONTAINS $mark AND currentQuery CONTAINS 'UNWIND range(1, 1000000000)'
RETURN count(*) AS running`;

const slowMs = 300;
const goneMs = 5_000;

/** Whether a statement whose time is over really ends in Neo4j. */
export async function ownTimeout(store: Store): Promise<Finding> {
  const subject = 'own timeouts';
  try {
    await store.read((transaction) => transaction.run(slow), { timeoutMs: slowMs });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'TIMEOUT') throw error;
  }
  const until = performance.now() + goneMs;
  while (performance.now() < until) {
    const reply = await probe(store, slowTransactions, { mark: 'AS claimgraphDoctor UNWIND' });
    if (reply.kind === 'refused') return unknown(subject, `Transactions cannot be listed: ${reply.reason}`);
    if (Number(reply.rows[0]?.['running']) === 0)
      return ok(subject, 'A statement ends when its time is over.');
    await pause(200);
  }
  return open(
    subject,
    `A statement went on in Neo4j ${goneMs / 1000} seconds after it had been ended.`,
    `Set db.transaction.timeout=180s ${inConf}; a proxy between may keep messages back.`,
  );
}

/** Whether Neo4j ends what others than Claimgraph leave running. */
export async function serverTimeout(store: Store): Promise<Finding> {
  const subject = 'timeout of Neo4j';
  const reply = await probe(
    store,
    "SHOW SETTINGS YIELD name, value WHERE name = 'db.transaction.timeout' RETURN value",
  );
  const value = reply.kind === 'rows' ? textOf(reply.rows[0]?.['value']) : null;
  if (value === null) return unknown(subject, 'The account may not read the setting db.transaction.timeout.');
  if (!/^0[a-z]*$/u.test(value)) return ok(subject, `Neo4j ends every transaction after ${value}.`);
  return open(
    subject,
    'Neo4j lets the transactions of other clients run for ever.',
    `Set db.transaction.timeout=180s ${inConf}.`,
  );
}

function saidIn(reply: Awaited<ReturnType<typeof probe>>): string {
  return reply.kind === 'refused' ? reply.reason : 'it found a file that should not be there.';
}
