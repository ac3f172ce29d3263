import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { neo4jVersions } from './neo4j-parts.mjs';
import { prepare } from './prepare.mjs';
import { main, Problem, root, say } from './workspace.mjs';

const help = `Runs a Neo4j on this machine until Ctrl-C; needs Java, and Maven the first time.

  npm run neo4j -- [options]

  --version VERSION  Neo4j release (default ${neo4jVersions[0]}; also tested: ${neo4jVersions[1]})
  --port PORT        Bolt port on 127.0.0.1 (default 7687)
  --data FOLDER      where it keeps its data (default neo4j-data)
  --memory SIZE      Java heap that it may use (default 512m)
  --set NAME=VALUE   a setting of Neo4j in the place of ours; may be repeated

The password is taken from NEO4J_PASSWORD, else made up and kept in FOLDER/password.`;

await main(async () => {
  const { version, port, data, memory, settings, wantsHelp } = options();
  if (wantsHelp) {
    say(help);
    return;
  }
  await prepare({ client: false, build: false });
  // Only now, as it imports a dependency that `prepare` may have had to install.
  const { startLocalNeo4j } = await import('./local-neo4j.mjs');
  const { password, source } = await passwordFor(data);
  const server = await startLocalNeo4j({
    version,
    port,
    home: join(data, version),
    password,
    memory,
    settings,
    onProgress: say,
  });
  say(`
Neo4j ${version} is running.
  Address   ${server.uri}
  User      ${server.username}
  Password  ${source}

In another terminal:
  ${startLine(server, source)}

Ctrl-C stops it.`);
  process.on('SIGINT', () => void server.stop());
  process.on('SIGTERM', () => void server.stop());
  await server.stopped;
  say('Neo4j has stopped.');
});

function options() {
  try {
    const { values } = parseArgs({
      options: {
        version: { type: 'string', default: neo4jVersions[0] },
        port: { type: 'string', default: '7687' },
        data: { type: 'string', default: join(root, 'neo4j-data') },
        memory: { type: 'string', default: '512m' },
        set: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Problem(`"${values.port}" is no port. Use a number from 1 to 65535.`);
    }
    if (!/^[1-9]\d*[mg]$/i.test(values.memory)) {
      throw new Problem(`"${values.memory}" is no size. Write 512m or 4g.`);
    }
    const settings = Object.fromEntries(values.set.map(settingOf));
    const { version, memory, help: wantsHelp } = values;
    return { version, port, data: resolve(values.data), memory, settings, wantsHelp };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${error.message}\n\n${help}`);
  }
}

function settingOf(text) {
  const [, name, value] = /^([\w.]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new Problem(`"${text}" is no setting. Write NAME=VALUE.`);
  return [name, value];
}

/** The password and where a person finds it; it is never printed. */
async function passwordFor(folder) {
  if (process.env.NEO4J_PASSWORD) {
    return { password: process.env.NEO4J_PASSWORD, source: 'the one in NEO4J_PASSWORD' };
  }
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  }
  return { password: (await readFile(file, 'utf8')).trim(), source: `in the file ${file}` };
}

function startLine({ uri, username }, source) {
  const password = source.startsWith('in the file')
    ? `NEO4J_PASSWORD="$(cat '${source.slice('in the file '.length)}')" `
    : '';
  return `CLAIMGRAPH_STORE=${uri} NEO4J_USERNAME=${username} ${password}npm start`;
}
