import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import type { ClientReply, ClientRequest, ClientWork } from './client-program.ts';

/** The process that works for all clients, or the next one after it was killed. */
export class ClientProcess {
  readonly #program: string;
  readonly #store: StoreSettings;
  readonly #waiting = new Map<number, (reply: ClientReply | undefined) => void>();
  #child;
  #asked = 0;
  #isOpen = false;

  constructor(program: string, store: StoreSettings) {
    this.#program = program;
    this.#store = store;
    this.#child = this.#start();
  }

  /** Resolves when the process that runs now has opened its store. */
  async opened(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isOpen) resolve();
      else this.#waiting.set(0, () => resolve());
    });
  }

  /** The answer; undefined if the process was killed before it came. */
  async ask(work: ClientWork): Promise<ClientReply | undefined> {
    this.#asked += 1;
    const request: ClientRequest = { id: this.#asked, work };
    return new Promise((resolve) => {
      this.#waiting.set(request.id, resolve);
      this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  /** Kills it and starts the next one. */
  async replace(): Promise<void> {
    await this.stop();
    const unanswered = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#child = this.#start();
    for (const resolve of unanswered) resolve(undefined);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await ended;
  }

  #start() {
    this.#isOpen = false;
    const child = spawn(process.execPath, [this.#program], {
      env: { PATH: process.env['PATH'], CLAIMGRAPH_TEST_WORKER: JSON.stringify(this.#store) },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // Whoever was killed cannot be written to.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const reply = JSON.parse(line) as ClientReply;
      if (reply.id === 0) this.#isOpen = true;
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
    return child;
  }
}
