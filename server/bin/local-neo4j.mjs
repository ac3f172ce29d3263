import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import neo4j from 'neo4j-driver';

import { findJava, neo4jJars, releaseOf } from './neo4j-parts.mjs';
import { Problem } from './workspace.mjs';

const START_MS = 120_000;
const USERNAME = 'neo4j';
const FIRST_PASSWORD = 'neo4j';

/**
 * Starts a Neo4j Community server on this machine, reachable from it alone, and waits until it answers.
 * It ends with the process that started it, however that ends. `home` holds its data, settings and log;
 * `memory` is its Java heap; `settings` are lines of neo4j.conf that stand in the place of ours.
 *
 * @param {{ version: string, port: number, home: string, password: string, java?: string,
 *   memory?: string, settings?: Record<string, string>, onProgress?: (line: string) => void }} options
 * @returns {Promise<{ uri: string, username: string, password: string, version: string,
 *   stopped: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startLocalNeo4j(options) {
  const {
    version,
    port,
    home,
    password,
    java,
    memory = '512m',
    settings = {},
    onProgress = () => {},
  } = options;
  if (password.length < 8) throw new Problem('Neo4j wants a password of at least 8 characters.');
  const command = await findJava(version, java);
  const lib = await neo4jJars(version, onProgress);
  if (await answers(port))
    throw new Problem(`Port ${port} is taken by another program. Choose another port.`);
  await writeSettings(home, port, settings);
  onProgress(`Starting Neo4j ${version} on port ${port} ...`);
  const server = launch(command, javaArguments({ version, lib, home, memory }));
  const account = { uri: `bolt://127.0.0.1:${port}`, username: USERNAME, password };
  try {
    await whenReady(server, port, home);
    await login(account);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...account, version, stopped: server.stopped, stop: () => server.stop() };
}

function launch(command, args) {
  const guard = fileURLToPath(new URL('neo4j-guard.mjs', import.meta.url));
  const child = spawn(process.execPath, [guard, command, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const server = {
    hasStopped: false,
    lastWords: () => output.trim(),
    stopped: new Promise((resolve) => {
      child.on('close', () => {
        server.hasStopped = true;
        resolve();
      });
    }),
    async stop() {
      child.stdin.end();
      await server.stopped;
    },
  };
  return server;
}

function javaArguments({ version, lib, home, memory }) {
  const opened = ['java.nio', 'java.io', 'java.util', 'java.lang'].map((name) => `java.base/${name}`);
  return [
    '-Xms128m',
    `-Xmx${memory}`,
    '-XX:+UseSerialGC',
    '-XX:+ExitOnOutOfMemoryError',
    ...opened.concat('java.base/sun.nio.ch').map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    join(lib, '*'),
    releaseOf(version).mainClass,
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

/** Only this machine, no HTTP, no reading of files or addresses from Cypher, only the procedures we call. */
async function writeSettings(home, port, others) {
  await mkdir(join(home, 'conf'), { recursive: true, mode: 0o700 });
  await mkdir(join(home, 'import'), { recursive: true, mode: 0o700 });
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.directories.import': 'import',
    'dbms.security.auth_enabled': 'true',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
    'dbms.security.procedures.allowlist':
      'db.labels,db.relationshipTypes,db.propertyKeys,db.awaitIndexes,db.index.fulltext.queryNodes,dbms.components',
    'dbms.usage_report.enabled': 'false',
    'db.transaction.timeout': '180s',
    'server.memory.pagecache.size': '64m',
    ...others,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(home, 'conf', 'neo4j.conf'), lines.join(''), { mode: 0o600 });
}

async function whenReady(server, port, home) {
  const end = Date.now() + START_MS;
  while (!(await answers(port))) {
    if (server.hasStopped) throw new Problem(`Neo4j stopped while starting. ${await reasonIn(server, home)}`);
    if (Date.now() > end) throw new Problem(`Neo4j did not answer within ${START_MS / 1000} seconds.`);
    await pause(200);
  }
}

async function reasonIn(server, home) {
  const log = await readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => '');
  return `Its last words:\n${`${log.slice(-1500)}\n${server.lastWords()}`.trim()}`;
}

/** Logs in; a fresh server wants its first password changed before anything else. */
async function login({ uri, username, password }) {
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      await ask({ uri, username, password, statement: 'SHOW DEFAULT DATABASE YIELD name RETURN name' });
      return;
    } catch (error) {
      const refused = error.code === 'Neo.ClientError.Security.Unauthorized';
      if (refused && (await changeFirstPassword({ uri, username, password }))) continue;
      if (refused) throw new Problem('This Neo4j was set up with another password than the one given.');
      if (Date.now() > end) throw error;
      await pause(300);
    }
  }
}

async function changeFirstPassword({ uri, username, password }) {
  try {
    await ask({
      uri,
      username,
      password: FIRST_PASSWORD,
      statement: 'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
      parameters: { old: FIRST_PASSWORD, new: password },
    });
    return true;
  } catch (error) {
    if (error.code === 'Neo.ClientError.Security.Unauthorized') return false;
    throw error;
  }
}

async function ask({ uri, username, password, statement, parameters = {} }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { maxTransactionRetryTime: 0 });
  const session = driver.session({ database: 'system' });
  try {
    return await session.run(statement, parameters);
  } finally {
    await session.close();
    await driver.close();
  }
}

async function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const settle = (isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.on('connect', () => settle(true)).on('error', () => settle(false));
  });
}
