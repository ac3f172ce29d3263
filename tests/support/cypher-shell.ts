import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { TestNeo4j } from './neo4j.ts';

/** Neo4j's own shell, as the test runner fetched it; it stands in `CLAIMGRAPH_TEST_CYPHER_SHELL`. */
export interface CypherShell {
  readonly java: string;
  readonly classPath: string;
  readonly mainClass: string;
  readonly version: string;
}

/** Null where it cannot be had, or for a quick run. */
export function cypherShell(): CypherShell | null {
  const shell: unknown = JSON.parse(process.env['CLAIMGRAPH_TEST_CYPHER_SHELL'] ?? 'null');
  return shell as CypherShell | null;
}

/** Runs a script's file as a person would, and gives how many statements it had. Throws what the shell says to an error. */
export async function runInShell(shell: CypherShell, server: TestNeo4j, file: string): Promise<number> {
  const { java, classPath, mainClass } = shell;
  const { uri, username, password } = server;
  const child = spawn(
    java,
    [
      '-XX:TieredStopAtLevel=1',
      '-Dfile.encoding=UTF-8',
      '-cp',
      classPath,
      mainClass,
      '-a',
      uri,
      '-u',
      username,
      '--format',
      'verbose',
      '-f',
      file,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], NEO4J_PASSWORD: password } },
  );
  const output = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.error += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`cypher-shell ended with ${code}: ${output.error}`);
  return output.out.match(/^ready to start consuming query after/gm)?.length ?? 0;
}
