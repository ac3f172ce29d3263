import { existsSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

import { inspectStore } from '../../store/embedded/inspect-store.ts';
import { MAX_BYTES } from '../../store/embedded/size-limit.ts';
import { StoreError } from '../../store/store-error.ts';
import { readServerFile } from '../server-file.ts';
import { type Finding, ok, open, unknown } from './finding.ts';
import { openToOthers } from './permissions.ts';

const gibibyte = 1024 ** 3;
/** From here on it grows towards what it cannot hold any more. */
const large = MAX_BYTES / 3;

/** What the embedded store's folder shows, read and not touched. */
export async function embeddedFolder(folder: string): Promise<readonly Finding[]> {
  if (!existsSync(folder))
    return [ok('folder', `There is no store in ${folder} yet; it is made at the first load.`)];
  const names = await readdir(folder);
  const bytes = names.includes('graph.grafeo') ? (await stat(join(folder, 'graph.grafeo'))).size : 0;
  const [contents, isHeld] = await contentsOf(folder);
  return [
    await access(folder),
    contents,
    await server(folder, isHeld),
    sizeOf(bytes),
    await disk(folder, bytes),
    leftovers(folder, isHeld ? [] : names),
  ];
}

async function access(folder: string): Promise<Finding> {
  if (!(await openToOthers(folder))) return ok('folder', `Only its owner reads ${folder}.`);
  return open('folder', `Other users of this machine may read ${folder}.`, `chmod 700 '${folder}'`);
}

/** Whether the files are what the ledger says, and whether a process has them open. */
async function contentsOf(folder: string): Promise<readonly [Finding, boolean]> {
  try {
    switch (await inspectStore(folder)) {
      case 'empty':
        return [ok('store', 'It holds nothing yet.'), false];
      case 'whole':
        return [ok('store', 'It is byte for byte what its ledger says.'), false];
      case 'unsettled':
        return [
          unknown('store', 'A process was killed while it wrote; the next one that opens it looks after it.'),
          false,
        ];
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { code, message, hint } = error;
    if (code === 'HELD')
      return [unknown('store', 'A process has it open, so its files cannot be compared.'), true];
    return [open('store', message, hint ?? 'See the message.'), false];
  }
}

async function server(folder: string, isHeld: boolean): Promise<Finding> {
  const file = join(folder, 'server.json');
  if (!existsSync(file)) {
    return ok('server', isHeld ? 'A command has the store open.' : 'No server has the store open.');
  }
  if (await openToOthers(file)) {
    return open(
      'server',
      `Other users of this machine may read the token in ${file}.`,
      `chmod 600 '${file}'`,
    );
  }
  const running = await readServerFile(folder);
  if (isHeld && running)
    return ok('server', `The one at ${running.url} has the store open, process ${running.pid}.`);
  return ok('server', 'A server that was killed left server.json, which does no harm.');
}

function sizeOf(bytes: number): Finding {
  const told = `${(bytes / gibibyte).toFixed(2)} GiB`;
  if (bytes < large) return ok('size', `The graph takes ${told} of 3 GiB.`);
  const full = bytes >= MAX_BYTES ? ', and takes no more' : ' of 3 GiB, beyond which it takes no more';
  return open(
    'size',
    `The graph takes ${told}${full}.`,
    'Load the scripts into a Neo4j, and set CLAIMGRAPH_STORE to it.',
  );
}

/** The engine writes its file anew beside the old one. */
async function disk(folder: string, bytes: number): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = 2 * bytes + gibibyte / 4;
  const told = `${(free / gibibyte).toFixed(1)} GiB are free where the store is`;
  if (free >= needed) return ok('disk', `${told}.`);
  return open(
    'disk',
    `Only ${told}.`,
    `Make room: ${(needed / gibibyte).toFixed(1)} GiB are needed to load safely.`,
  );
}

function leftovers(folder: string, names: readonly string[]): Finding {
  const left = names.filter((name) => /\.(?:tmp|new)$/u.test(name));
  if (left.length === 0) return ok('leftovers', 'No process left half-written files.');
  return open(
    'leftovers',
    `A process that was killed left ${left.join(', ')}.`,
    `Remove them while nothing has the store open: ${left.map((name) => `'${join(folder, name)}'`).join(' ')}`,
  );
}
