import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { workspace } from '../../server/src/app/workspace.ts';
import type { Server } from './bare.ts';
import { type Running, start } from './servers.ts';

const packages = [
  '@neo4j/graphql@7.6.3',
  'graphql@16.15.0',
  'graphql-yoga@5.24.1',
  'neo4j-driver@6.3.0',
] as const;

/** @neo4j/graphql over the same database, installed for this alone; null where it cannot be had. */
export async function neo4jGraphqlServer({ uri, username, password }: Server): Promise<Running | null> {
  const { root } = workspace();
  const folder = join(root, '.cache/neo4j-graphql');
  if (!existsSync(join(folder, 'node_modules/@neo4j/graphql'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
    const { status } = spawnSync('npm', ['install', ...options, ...packages], {
      cwd: folder,
      stdio: 'ignore',
    });
    if (status !== 0) return null;
  }
  const program = join(folder, 'server.mjs');
  copyFileSync(join(root, 'bench/support/neo4j-graphql.mjs'), program);
  return start([program], { BENCH_URI: uri, BENCH_USER: username, BENCH_PASSWORD: password });
}
