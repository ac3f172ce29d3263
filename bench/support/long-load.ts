import { spawnSync } from 'node:child_process';

import { loadScripts } from '../../server/src/loader/load.ts';
import type { Vocabulary } from '../../server/src/model/vocabulary.ts';
import { longScript, textOfScript } from './long-script.ts';
import type { LongScript } from './long-script.ts';
import { sides } from './sides.ts';
import type { Side } from './sides.ts';

const lengths = {
  '100,000 statements': { statements: 100_000, text: 30 },
  'a script of 50 MB': { statements: 100_000, text: 400 },
} satisfies Record<string, LongScript>;

export const longScripts = Object.keys(lengths) as readonly (keyof typeof lengths)[];

interface LongLoad {
  readonly script: keyof typeof lengths;
  readonly side: Side['name'];
  readonly way: 'loader' | 'bare';
}

export interface LongLoadCost {
  readonly milliseconds: number;
  /** The most memory the process had at any moment. */
  readonly megabytes: number;
}

/** Loads in a process of its own, whose memory nobody else has used. */
export function costOf(load: LongLoad): LongLoadCost {
  const program = process.argv[1] ?? '';
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, '--long', JSON.stringify(load)], {
    encoding: 'utf8',
    env: process.env,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as LongLoadCost;
}

/** What the process started by `costOf` does. */
export async function measureLongLoad(argument: string, vocabulary: Vocabulary): Promise<void> {
  const { script, side: name, way } = JSON.parse(argument) as LongLoad;
  const side = sides.find((one) => one.name === name);
  if (!side) throw new Error(`there is no ${name}`);
  const store = await side.emptyStore();
  const index = 'CREATE CONSTRAINT step IF NOT EXISTS FOR (n:Step) REQUIRE n.id IS UNIQUE';
  await store.schema(index);
  const text = way === 'loader' ? textOfScript(lengths[script]) : '';
  const start = performance.now();
  if (way === 'bare')
    await side.bare.run(side.name === 'embedded' ? [index] : [], longScript(lengths[script]));
  else {
    const made = { path: 'long.cypher', file: 'long.cypher', text, notices: [] };
    const report = await loadScripts(store, [made], { vocabulary, by: 'bench' });
    if (!report.complete) throw new Error(JSON.stringify(report.scripts[0]));
  }
  const milliseconds = performance.now() - start;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  await store.close();
  await side.bare.close();
  console.log(JSON.stringify({ milliseconds, megabytes } satisfies LongLoadCost));
}
