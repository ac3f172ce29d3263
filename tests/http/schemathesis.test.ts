import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

import { buildSchema } from '../../server/src/graphql/schema.ts';
import { campaign, isFull, tell } from '../reliability/campaign.ts';
import { servedStores, startServerProcess } from '../reliability/server-process.ts';
import { pythonWith } from '../support/python.ts';

const python = pythonWith('schemathesis', ['schemathesis==4.32.5']);
const { title, rounds, random } = campaign('schemathesis', { quick: 300, full: 10_000 });

/** What schemathesis sent and got, in the form of browsers' network logs. */
interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly postData?: { readonly text: string } };
      readonly response: { readonly status: number; readonly content: { readonly text?: string } };
    }[];
  };
}

it.skipIf(python === null).each(servedStores)(
  `what it makes of the schema is answered without failures and leaks, on $name: ${title}`,
  async ({ name, neo4j }) => {
    const server = await startServerProcess({ neo4j });
    const folder = await mkdtemp(join(tmpdir(), 'claimgraph-schemathesis-'));
    const report = join(folder, 'report.har');
    try {
      const fields = Object.keys(buildSchema().getQueryType()?.getFields() ?? {}).length;
      await run(server.url, { examples: Math.ceil(rounds / fields), report });
      const { log } = JSON.parse(await readFile(report, 'utf8')) as Har;
      const statuses = new Map<number, number>();
      const faults = log.entries.flatMap(({ request, response }) => {
        const { status, content } = response;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const text = content.text ?? '';
        const wrong =
          (status >= 500 && !text.includes('STORE_UNAVAILABLE')) ||
          /INTERNAL_SERVER_ERROR|\bat \S+ \(|node_modules|node:internal|"\/(?:work|home|tmp|usr)\//.test(
            text,
          );
        return wrong
          ? [`${status} ${text.slice(0, 500)} to ${request.postData?.text.slice(0, 1_000) ?? ''}`]
          : [];
      });
      tell(`schemathesis on ${name}: ${log.entries.length} requests, ${JSON.stringify([...statuses])}`);
      expect(faults).toEqual([]);
      expect(log.entries.length).toBeGreaterThanOrEqual(rounds * 0.9);
      expect(server.complaints()).toBe('');
      expect(server.isRunning()).toBe(true);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
  isFull ? 7_200_000 : 240_000,
);

/** Its own judgement is not asked: it holds every refusal for a failure, and says so by its exit code. */
async function run(
  url: string,
  { examples, report }: { readonly examples: number; readonly report: string },
): Promise<void> {
  const args = [
    '-m',
    'schemathesis.cli',
    'run',
    `${url}/graphql`,
    '--phases=fuzzing',
    '--checks=not_a_server_error',
  ];
  const options = [
    `--max-examples=${examples}`,
    '--report=har',
    `--report-har-path=${report}`,
    '--no-shrink',
    '--continue-on-failure',
  ];
  const more = [
    `--seed=${random.below(2 ** 31)}`,
    '--generation-database=none',
    '--suppress-health-check=all',
    '--no-color',
  ];
  // It leaves a folder where it runs.
  const where = { cwd: dirname(report), maxBuffer: 1e9 };
  await promisify(execFile)(python ?? '', [...args, ...options, ...more], where).catch(
    (error: { code?: unknown; stdout?: string; stderr?: string }) => {
      if (error.code !== 1) throw new Error(`${error.stdout ?? ''}\n${error.stderr ?? ''}`);
    },
  );
}
