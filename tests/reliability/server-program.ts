import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { logLeftAlone } from '../../server/src/app/log-left-alone.ts';
import { createLog } from '../../server/src/app/log.ts';
import { readSettings } from '../../server/src/app/settings.ts';
import { startServer } from '../../server/src/app/start.ts';

/** What the server's process tells, a line each. */
export type ServerNews = { readonly url: string } | ServerMemory;

export interface ServerMemory {
  /** Of JavaScript, and what it keeps outside of its heap. */
  readonly heapBytes: number;
  /** Of the whole process, its database included. */
  readonly residentBytes: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const log = createLog('error');
logLeftAlone(log);
const server = await startServer(readSettings(process.env), { log });
tell({ url: server.url });

// Whoever writes a line is told how much is still of use after all garbage was collected.
createInterface({ input: process.stdin }).on('line', () => {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  tell({ heapBytes: heapUsed + external, residentBytes: rss });
});

function tell(news: ServerNews): void {
  process.stdout.write(`${JSON.stringify(news)}\n`);
}
