import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startLocalNeo4j } from './local-neo4j.mjs';
import { cypherShell, neo4jClasses, neo4jVersions } from './neo4j-parts.mjs';
import { Problem, say } from './workspace.mjs';

/**
 * Starts one Neo4j of each tested release for each worker, for this run alone:
 * `{ databases, shell, classes, missing, stop }`. What cannot run here (no Java, no Maven) is named in `missing`
 * with the reason. `shell` is Neo4j's cypher-shell and `classes` what Java programs that use Neo4j's parser run
 * with; undefined where they cannot be had.
 */
export async function startDatabases(workers = 1) {
  const started = [];
  // One pair after the other, as the first may have to fetch what the second finds there.
  for (let worker = 1; worker <= workers; worker += 1) {
    started.push(...(await Promise.all(neo4jVersions.map((version) => startOne(version, worker)))));
  }
  const running = started.filter(({ server }) => server);
  const missing = Array.from(
    new Set(started.filter(({ server }) => !server).map(({ name, reason }) => `${name}: ${reason}`)),
  );
  const partOf = async (name, fetch) => {
    try {
      return await fetch(say);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      missing.push(`${name}: ${error.message}`);
      return undefined;
    }
  };
  const shell = await partOf('comparison with cypher-shell', cypherShell);
  const classes = await partOf('comparison with the lexer of Neo4j', neo4jClasses);
  return {
    shell,
    classes,
    databases: running.map(({ name, worker, server: { uri, username, password } }) => ({
      name,
      worker,
      uri,
      username,
      password,
    })),
    missing,
    stop: () => Promise.all(running.map(({ stop }) => stop())),
  };
}

/** By what tests find the databases, and what came with them. */
export function databaseEnvironment({ databases, shell, classes }) {
  return {
    CLAIMGRAPH_TEST_NEO4J: JSON.stringify(databases),
    CLAIMGRAPH_TEST_CYPHER_SHELL: JSON.stringify(shell),
    CLAIMGRAPH_TEST_NEO4J_CLASSES: JSON.stringify(classes),
  };
}

async function startOne(version, worker) {
  const name = `Neo4j ${version}`;
  const home = await mkdtemp(join(tmpdir(), 'claimgraph-neo4j-'));
  const removeHome = () => rm(home, { recursive: true, force: true });
  try {
    const password = randomBytes(12).toString('hex');
    const server = await startLocalNeo4j({
      version,
      port: await freePort(),
      home,
      password,
      onProgress: say,
    });
    return {
      name,
      worker,
      server,
      stop: async () => {
        await server.stop();
        await removeHome();
      },
    };
  } catch (error) {
    await removeHome();
    if (!(error instanceof Problem)) throw error;
    return { name, reason: error.message };
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
