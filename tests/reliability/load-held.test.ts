import { expect, it } from 'vitest';

import { requestLimits } from '../../server/src/http/limits.ts';
import { expand } from '../api/documents.ts';
import { inMegabytes, isFull, tell } from './campaign.ts';
import { type Asked, atRate, byClients, LoadClient, percentile } from './load.ts';
import { servedStores, startServerProcess } from './server-process.ts';

const seconds = isFull ? 60 : 10;

it.each(servedStores)(
  'G10: a load of twice what can be answered is held, on $name',
  async ({ name, neo4j }) => {
    const server = await startServerProcess({ neo4j });
    // More connections than queries may run and wait, so that the server has to refuse and not the client.
    const client = new LoadClient(server.url, 400);
    let asked = 0;
    // Each is another question: to one that was asked before, the answer may be known.
    const ask = async (): Promise<Asked> => client.ask(expand, { id: 'cia', n: (asked += 1) });
    try {
      // The engine compiles what it runs often.
      await byClients({ clients: 4, seconds: seconds / 10 }, ask);
      const atLimit = { clients: requestLimits.running, seconds: seconds / 3 };
      const unloaded = await byClients(atLimit, ask);
      const perSecond = (2 * unloaded.length) / atLimit.seconds;
      await atRate({ perSecond, seconds: seconds / 10 }, ask);
      const { heapBytes: before } = await server.memory();
      const loaded = await atRate({ perSecond, seconds }, ask);
      const { heapBytes: after } = await server.memory();
      const recovered = await byClients(atLimit, ask);

      const [admitted, refused] = [withStatus(loaded, 200), withStatus(loaded, 503)];
      tell(
        `G10 on ${name}: ${figures('at the limit', unloaded)}; at ${Math.round(perSecond)} a second ` +
          `${figures('admitted', admitted)}, ${figures('refused', refused)}; ` +
          `heap ${inMegabytes(before)} to ${inMegabytes(after)}; ${figures('afterwards', recovered)}`,
      );
      expect(admitted.length + refused.length).toBe(loaded.length);
      for (const { body } of admitted) expect(body).not.toContain('"errors"');
      for (const { body } of refused) expect(body).toContain('"STORE_UNAVAILABLE"');
      expect(withStatus([...unloaded, ...recovered], 200)).toHaveLength(unloaded.length + recovered.length);
      expect(server.complaints()).toBe('');
      if (!isFull) return;
      expect(refused.length).toBeGreaterThan(0);
      expect(percentile(admitted, 99) / percentile(unloaded, 99)).toBeLessThanOrEqual(3);
      expect(percentile(refused, 99)).toBeLessThan(percentile(admitted, 99));
      expect(after / before).toBeLessThan(1.1);
      expect(recovered.length / unloaded.length).toBeGreaterThan(0.8);
    } finally {
      client.close();
      await server.stop();
    }
  },
  isFull ? 600_000 : 120_000,
);

function withStatus(answers: readonly Asked[], wanted: number): readonly Asked[] {
  return answers.filter(({ status }) => status === wanted);
}

function figures(what: string, answers: readonly Asked[]): string {
  const [half, most] = [50, 99].map((percent) => Math.round(percentile(answers, percent)));
  return `${what} ${answers.length} (p50 ${half} ms, p99 ${most} ms)`;
}
