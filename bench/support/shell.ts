import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { readSettings } from '../../server/src/app/settings.ts';

/** What it takes to start cypher-shell: `npm run bench` puts it into `CLAIMGRAPH_TEST_CYPHER_SHELL`. */
interface CypherShell {
  readonly java: string;
  readonly classPath: string;
  readonly mainClass: string;
}

/** Loads a file as a person would, process start to finish. Null where there is no Neo4j or no cypher-shell. */
export function withCypherShell(file: string): (() => Promise<void>) | null {
  const { store } = readSettings(process.env);
  const shell = JSON.parse(process.env['CLAIMGRAPH_TEST_CYPHER_SHELL'] ?? 'null') as CypherShell | null;
  if (shell === null || store.kind !== 'neo4j') return null;
  const { java, classPath, mainClass } = shell;
  const args = ['-cp', classPath, mainClass, '-a', store.uri, '-u', store.username, '-f', file];
  return async () => finish(java, args, { NEO4J_PASSWORD: store.password });
}

/** The same with the built program of this repository. */
export function withBuiltProgram(root: string, file: string): () => Promise<void> {
  const program = join(root, 'server/dist/main.mjs');
  return async () => finish(process.execPath, [program, 'load', file], {});
}

function finish(command: string, args: readonly string[], environment: Record<string, string>): void {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}
