import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { requestLimits } from '../http/limits.ts';
import { settingNames, settingTable } from './setting-table.ts';
import { describeSettings, readEnvironment, readSettings, SettingsError } from './settings.ts';
import { findWorkspace } from './workspace.ts';

const readToken = 'a-token-for-readers-of-tests';
const neo4j = { CLAIMGRAPH_STORE: 'neo4j://localhost:7687' };

function refusal(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(env)} was accepted`);
}

describe('readSettings', () => {
  it('needs nothing: an embedded store in data/, served to this machine alone', () => {
    expect(readSettings({ HOME: '/root', PATH: '/bin' })).toEqual({
      store: { kind: 'embedded', folder: join(findWorkspace(), 'data') },
      host: '127.0.0.1',
      port: 4000,
      hosts: [],
      origins: [],
      readToken: undefined,
      writeToken: undefined,
      logLevel: 'info',
      limits: requestLimits,
    });
  });

  it('takes an empty setting as one that is not set, as compose files write it', () => {
    expect(readSettings({ PORT: '', CLAIMGRAPH_STORE: ' ', CLAIMGRAPH_HOSTS: '' })).toEqual(readSettings({}));
  });

  it('reads limits, each in what it is counted in', () => {
    const { limits } = readSettings({
      CLAIMGRAPH_MAX_COST: '500',
      CLAIMGRAPH_DEADLINE: '3',
      CLAIMGRAPH_MAX_BODY: '64',
    });
    expect(limits).toEqual({ ...requestLimits, cost: 500, deadlineMs: 3_000, bodyBytes: 65_536 });
  });

  it('reads a Neo4j with its account', () => {
    const account = { NEO4J_USERNAME: 'reader', NEO4J_PASSWORD: ' s p ', NEO4J_DATABASE: 'news' };
    expect(readSettings({ ...neo4j, ...account }).store).toEqual({
      kind: 'neo4j',
      uri: 'neo4j://localhost:7687',
      username: 'reader',
      password: ' s p ',
      database: 'news',
    });
  });

  it.each(['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'])('knows %s addresses', (scheme) => {
    const uri = `${scheme}://db.example:7687`;
    expect(readSettings({ CLAIMGRAPH_STORE: uri }).store).toMatchObject({ kind: 'neo4j', uri });
  });

  it.each(['http://localhost:7474', 'neo4j:localhost', 'neo4j://', 'Embedded', 'sqlite', 'neo4j://a b'])(
    'refuses "%s" as a store and says what is allowed',
    (value) => {
      expect(refusal({ CLAIMGRAPH_STORE: value })).toMatch(
        /^CLAIMGRAPH_STORE is ".*"\. Allowed: embedded, or a Neo4j/,
      );
    },
  );

  it('never shows a password, wherever it was written', () => {
    expect(refusal({ CLAIMGRAPH_STORE: 'neo4j://neo4j:canary@localhost:7687' })).not.toContain('canary');
    expect(refusal({ ...neo4j, NEO4J_PASSWORD: 'canary', PORT: 'x' })).not.toContain('canary');
  });

  it.each(['-1', '65536', '4000.5', '0x10', 'http', '1e3'])('refuses port "%s"', (value) => {
    expect(refusal({ PORT: value })).toContain(`PORT is "${value}". Allowed: a whole number`);
  });

  it('names the setting that a misspelt one was probably meant to be', () => {
    expect(refusal({ CLAIMGRAPH_STROE: 'embedded' })).toMatch(
      /CLAIMGRAPH_STROE is not .* mean CLAIMGRAPH_STORE\?/,
    );
    expect(readSettings({ CLAIMGRAPH_TEST_NEO4J: '[]' }).port).toBe(4000);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'graph.example'])(
    'listens at %s only for a token, or when that is said to be meant',
    (host) => {
      for (const way of ['CLAIMGRAPH_ALLOW_PUBLIC=1', 'CLAIMGRAPH_READ_TOKEN', '127.0.0.1']) {
        expect(refusal({ CLAIMGRAPH_HOST: host })).toContain(way);
      }
      expect(readSettings({ CLAIMGRAPH_HOST: host, CLAIMGRAPH_ALLOW_PUBLIC: '1' }).host).toBe(host);
      expect(readSettings({ CLAIMGRAPH_HOST: host, CLAIMGRAPH_READ_TOKEN: readToken }).host).toBe(host);
      // Who may write says nothing of who may read.
      expect(refusal({ CLAIMGRAPH_HOST: host, CLAIMGRAPH_WRITE_TOKEN: readToken })).toContain(host);
    },
  );

  it.each(['CLAIMGRAPH_READ_TOKEN', 'CLAIMGRAPH_WRITE_TOKEN'])('takes no %s that can be guessed', (name) => {
    expect(Object.values(readSettings({ [name]: 'canary.-_~+/0123456789' }))).toContain(
      'canary.-_~+/0123456789',
    );
    for (const value of [
      'canary',
      'canary-canary-canary-',
      'canary canary canary canary',
      'canary'.repeat(100),
    ]) {
      expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} has a value .* at least 22 letters`));
      expect(refusal({ [name]: value })).not.toContain('canary');
    }
  });

  it('passes over what notebooks read, since one environment may serve both', () => {
    expect(() =>
      readSettings({ CLAIMGRAPH_URL: 'http://localhost:4000', CLAIMGRAPH_TOKEN: 'x' }),
    ).not.toThrow();
  });

  it('wants two tokens where there are two', () => {
    const message = refusal({ CLAIMGRAPH_READ_TOKEN: readToken, CLAIMGRAPH_WRITE_TOKEN: readToken });
    expect(message).toContain('two different ones');
    expect(message).not.toContain(readToken);
  });

  it('reads origins as browsers say them', () => {
    const origins = 'HTTPS://Notebooks.example:443, http://localhost:8888,http://[::1]:80';
    expect(readSettings({ CLAIMGRAPH_ORIGINS: origins }).origins).toEqual([
      'https://notebooks.example',
      'http://localhost:8888',
      'http://[::1]',
    ]);
    for (const origin of [
      '*',
      'null',
      'https://*.example',
      'notebooks.example',
      'https://a.example/',
      'http://a:b',
    ]) {
      expect(refusal({ CLAIMGRAPH_ORIGINS: origin })).toContain('CLAIMGRAPH_ORIGINS');
    }
  });

  it('reads the names it is served under', () => {
    expect(readSettings({ CLAIMGRAPH_HOSTS: 'Graph.example, other.example,' }).hosts).toEqual([
      'graph.example',
      'other.example',
    ]);
    expect(refusal({ CLAIMGRAPH_HOSTS: 'https://graph.example' })).toContain('CLAIMGRAPH_HOSTS');
  });
});

describe('readEnvironment', () => {
  it('takes from .env what the environment does not say', () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-env-'));
    try {
      writeFileSync(join(folder, '.env'), 'NEO4J_PASSWORD="from the file"\nPATH=nowhere\n');
      const environment = readEnvironment(folder);
      expect(environment['NEO4J_PASSWORD']).toBe('from the file');
      expect(environment['PATH']).toBe(process.env['PATH']);
      expect(process.env['NEO4J_PASSWORD']).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the table of settings', () => {
  it('has a row for each setting, in the help and in docs/settings.md', () => {
    expect(settingTable.map(({ name }) => name)).toEqual([...settingNames]);
    const page = readFileSync(join(findWorkspace(), 'docs', 'settings.md'), 'utf8');
    for (const { name, meaning, fallback, allowed } of settingTable) {
      expect(describeSettings()).toContain(name);
      expect(page).toContain(`| \`${name}\` | ${meaning} | ${allowed} | ${fallback} |`);
    }
    const documented = [...page.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(documented).toEqual([...settingNames]);
  });
});
