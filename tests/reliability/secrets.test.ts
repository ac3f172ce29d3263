import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { workspace } from '../../server/src/app/workspace.ts';
import { commands } from '../../server/src/cli/commands.ts';
import { portArticle, portArticleWith } from '../loader/port-article.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { Asker, documents, exportsOf, misplaced, paths, scripts } from './ask-everything.ts';
import { type BoltProxy, startBoltProxy } from './bolt-proxy.ts';
import { campaign, isFull, tell } from './campaign.ts';
import { addressesIn, isLoopback } from './connect-trace.ts';
import { LeakSearch } from './leak-search.ts';
import { servedStores } from './server-process.ts';
import { strace } from './strace.ts';
import { addressOf, watch, type WatchedProcess } from './watched-process.ts';

const { title, rounds, random } = campaign('G14: secrets', { quick: 300, full: 20_000 });

const canary = (name: string): string => `canary-${name}-${randomBytes(12).toString('hex')}`;

it('a planted secret, path or address is found', async () => {
  const search = new LeakSearch({ token: 'canary-token' }, ['/home/owner']);
  search.look('the log', 'reading /home/owner/data');
  expect(search.leaks).toEqual([]);
  search.look('the log', 'asked with canary-token');
  search.lookAsClient('an answer', 'reading /home/owner/data');
  expect(search.leaks).toEqual([
    expect.stringContaining('token in the log'),
    expect.stringContaining('a path in'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-trace-'));
  const trace = join(folder, 'trace');
  await writeFile(
    trace,
    '7 connect(20, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = 0\n' +
      '7 connect(20, {sa_family=AF_INET6, sin6_port=htons(1), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0\n',
  );
  const addresses = await addressesIn(trace);
  await rm(folder, { recursive: true });
  expect(addresses).toEqual(['192.0.2.1', '::1']);
  expect(addresses.map(isLoopback)).toEqual([false, true]);
});

describe.each(servedStores)(`on $name: ${title}`, ({ neo4j }) => {
  const tokens = { read: canary('read'), write: canary('write'), wrong: canary('wrong') };
  const passwords = { right: neo4j?.password ?? canary('password'), wrong: canary('wrong-password') };
  const inAddress = canary('in-address');
  const short = `canary-${randomBytes(4).toString('hex')}`;
  const ran = new Set<string>();
  let folder: string;
  let search: LeakSearch;
  let server: WatchedProcess | undefined;
  let proxy: BoltProxy | undefined;
  let env: Record<string, string>;
  let traces = 0;

  const traceFile = (n: number): string => join(folder, `trace-${n}`);
  const start = (args: readonly string[], others: Readonly<Record<string, string>> = {}): WatchedProcess => {
    const own = join(folder, 'work');
    return watch(args, { env: { ...env, ...others }, folder: own, trace: traceFile((traces += 1)) });
  };

  /** Runs a command to its end; `others` are settings of its own. */
  async function run(args: readonly string[], others?: Readonly<Record<string, string>>): Promise<void> {
    ran.add(args[0] ?? '');
    const command = start(args, others);
    await lookAtProcesses();
    await command.ended;
    search.look(`the output of ${args.join(' ')}`, command.stdout() + command.stderr());
  }

  /** What other users of the machine see of the processes. */
  async function lookAtProcesses(): Promise<void> {
    if (process.platform !== 'linux') return;
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      // It may have ended meanwhile.
      const line = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '');
      search.look('the arguments of processes', line);
    }
  }

  async function lookAtFiles(): Promise<void> {
    for (const entry of await readdir(join(folder, 'work'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'server.json') continue;
      search.look(`the file ${entry.name}`, await readFile(join(entry.parentPath, entry.name), 'latin1'));
    }
  }

  async function commandsBeside(): Promise<void> {
    const script = join(folder, 'work', '2030-05-02-port.cypher');
    const wrong = join(folder, 'work', '2030-05-03-wrong.cypher');
    const text = join(folder, 'work', '2030-05-04-text.txt');
    await writeFile(script, portArticle);
    await writeFile(wrong, portArticleWith('has run the port since', 'has left the port in'));
    await writeFile(text, 'The CIA met Delcy Rodríguez in Caracas on Monday, the Daily wrote.');
    const out = join(folder, 'work', 'export.cypher');
    for (const args of [
      ['draft', text, '--stdout'],
      ['draft', 'none.txt'],
      ['check', script, wrong],
      ['load', script],
      ['load', '--json', script],
      ['load', wrong],
      ['load', '--json', 'none.cypher'],
      ['status', '--json'],
      ['export', '--out', out],
      ['export', '--article', 'none'],
      ['unload', '2030-05-02-port'],
      ['unload', 'none'],
      ['rebuild'],
      ['doctor'],
      ['doctor', '--json'],
      ['nonsense'],
      ['load', '--bogus'],
    ])
      await run(args);
  }

  async function settingsThatCannotBeUsed(): Promise<void> {
    const host = '127.0.0.1:1';
    const settings = [
      { CLAIMGRAPH_STORE: `neo4j://neo4j:${inAddress}@${host}` },
      { CLAIMGRAPH_STORE: `bolt+s://${inAddress}@${host}/` },
      { CLAIMGRAPH_STORE: `bolt://${host}/?password=${inAddress}` },
      { CLAIMGRAPH_READ_TOKEN: short },
      { CLAIMGRAPH_WRITE_TOKEN: `${tokens.write} ä` },
      { CLAIMGRAPH_READ_TOKEN: tokens.write },
      { CLAIMGRAPH_PASSWORD: inAddress },
      { CLAIMGRAPH_STORE: `bolt://${host}` },
    ];
    for (const args of [['status'], ['doctor', '--json']])
      await Promise.all(settings.map(async (others) => run(args, others)));
    if (!neo4j) return;
    for (const args of [['serve'], ['doctor']]) await run(args, { NEO4J_PASSWORD: passwords.wrong });
    await run(['status']);
  }

  async function ask(asker: Asker): Promise<void> {
    for (const token of [tokens.write, tokens.read, null]) {
      await asker.all([...documents(token), ...exportsOf(token), ...paths(token)]);
    }
    await asker.all(scripts(tokens.write));
    await asker.inputs(random, { rounds, token: tokens.read });
  }

  let seen: ReadonlyMap<string, number>;
  let addresses: readonly string[];

  beforeAll(
    async () => {
      folder = await mkdtemp(join(tmpdir(), 'claimgraph-secrets-'));
      const data = join(folder, 'work', 'data');
      await mkdir(join(folder, 'work'));
      const { root } = workspace();
      search = new LeakSearch(
        { ...tokens, password: passwords.right, wrongPassword: passwords.wrong, inAddress, short },
        [root, folder],
      );
      if (neo4j) {
        await emptyNeo4j(neo4j);
        proxy = await startBoltProxy(neo4j.uri);
      }
      env = {
        CLAIMGRAPH_DATA: data,
        CLAIMGRAPH_LOG: 'debug',
        CLAIMGRAPH_READ_TOKEN: tokens.read,
        CLAIMGRAPH_WRITE_TOKEN: tokens.write,
        NEO4J_PASSWORD: passwords.right,
        PORT: '0',
        ...(proxy ? { CLAIMGRAPH_STORE: proxy.uri } : {}),
      };
      server = start(['serve', '--json']);
      ran.add('serve');
      const url = await addressOf(server);
      const file = join(data, 'server.json');
      if (existsSync(file))
        search.keep(
          'token of the jobs',
          (JSON.parse(await readFile(file, 'utf8')) as { token: string }).token,
        );
      const asker = new Asker(url, search);
      await ask(asker);
      await commandsBeside();
      await settingsThatCannotBeUsed();
      if (proxy) {
        const underWay = asker.all([...exportsOf(tokens.read), ...documents(tokens.read)]);
        await proxy.close();
        await Promise.all([underWay, asker.all([...paths(tokens.read), ...documents(tokens.write)])]);
        await run(['load', join(folder, 'work', '2030-05-02-port.cypher')]);
      }
      await asker.all(misplaced(tokens));
      await lookAtFiles();
      server.child.kill('SIGTERM');
      await server.ended;
      search.look('the output of serve', server.stdout());
      search.look('the log', server.stderr());
      if (!neo4j) await run(['rebuild']);
      await lookAtFiles();
      seen = asker.seen;
      const told = strace
        ? await Promise.all(Array.from({ length: traces }, async (_, n) => addressesIn(traceFile(n + 1))))
        : [];
      addresses = told.flat();
      const looked = [...search.looked.values()].reduce((sum, count) => sum + count, 0);
      tell(
        `G14: ${looked} texts, ${addresses.length} connections; ${[...seen].map(([code, count]) => `${code} ${count}`).join(', ')}`,
      );
    },
    isFull ? 3_600_000 : 300_000,
  );
  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await proxy?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('no secret is told, written or logged, and no client hears of a folder', () => {
    expect(search.leaks).toEqual([]);
  });

  it('everything was asked, and much of it answered', () => {
    expect([...ran]).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    const codes = [
      '200',
      '404',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'BAD_USER_INPUT',
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_PARSE_FAILED',
    ];
    for (const code of [...codes, ...(neo4j ? ['STORE_UNAVAILABLE'] : [])])
      expect(seen.get(code) ?? 0, `answers with ${code}`).toBeGreaterThan(0);
    expect(search.looked.get('the log')).toBe(1);
  });

  it.runIf(strace)('nothing is connected to but this machine', () => {
    expect(addresses.filter((address) => !isLoopback(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(0);
  });
});
