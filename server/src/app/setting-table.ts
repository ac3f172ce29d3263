import { requestLimits } from '../http/limits.ts';
import { limitSettingNames, limitSettings } from './limit-settings.ts';

/** One setting as people meet it: in the environment, in `.env`, in `--help` and in docs/settings.md. */
export interface SettingRow {
  readonly name: SettingName;
  /** What it decides, in one sentence. */
  readonly meaning: string;
  /** What is taken when it is not set, in words. */
  readonly fallback: string;
  /** What it may hold, in words. */
  readonly allowed: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

export const settingNames = [
  'CLAIMGRAPH_STORE',
  'CLAIMGRAPH_DATA',
  'CLAIMGRAPH_HOST',
  'PORT',
  'CLAIMGRAPH_HOSTS',
  'CLAIMGRAPH_ORIGINS',
  'CLAIMGRAPH_READ_TOKEN',
  'CLAIMGRAPH_WRITE_TOKEN',
  'CLAIMGRAPH_ALLOW_PUBLIC',
  'CLAIMGRAPH_LOG',
  ...limitSettingNames,
  'NEO4J_USERNAME',
  'NEO4J_PASSWORD',
  'NEO4J_DATABASE',
] as const;

export type SettingName = (typeof settingNames)[number];

const limitRows: readonly SettingRow[] = limitSettingNames.map((name) => {
  const { limit, meaning, unit, min, max } = limitSettings[name];
  return {
    name,
    meaning,
    fallback: String(requestLimits[limit] / unit),
    allowed: `a whole number from ${min} to ${max}`,
    secret: false,
  };
});

/** Every setting there is; `--help` and docs/settings.md show this table. */
export const settingTable: readonly SettingRow[] = [
  {
    name: 'CLAIMGRAPH_STORE',
    meaning: 'Where the graph is kept: in files of this machine, or in a Neo4j database.',
    fallback: 'embedded',
    allowed:
      'embedded, or a Neo4j address such as neo4j://localhost:7687 (neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc)',
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_DATA',
    meaning: 'Folder of the embedded store.',
    fallback: 'data',
    allowed: "a folder; a relative one starts at Claimgraph's own folder",
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_HOST',
    meaning: 'Address at which the server listens.',
    fallback: '127.0.0.1',
    allowed: 'an IP address or host name of this machine',
    secret: false,
  },
  {
    name: 'PORT',
    meaning: 'Port at which the server listens.',
    fallback: '4000',
    allowed: 'a whole number from 0 to 65535; 0 takes a free one',
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_HOSTS',
    meaning: 'Further names under which browsers may reach the server, as behind a proxy.',
    fallback: 'none: localhost, 127.0.0.1, [::1] and CLAIMGRAPH_HOST are always served',
    allowed: 'host names separated by commas, without port',
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_ORIGINS',
    meaning: 'Pages of other origins that may use the API from a browser, such as a notebook server.',
    fallback: "none: only the server's own pages",
    allowed: 'origins separated by commas, such as https://notebooks.example:8888',
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_READ_TOKEN',
    meaning: 'Token that every reader has to send, as Authorization: Bearer TOKEN.',
    fallback: 'none: who reaches the server may read',
    allowed: 'at least 22 letters, digits or -._~+/',
    secret: true,
  },
  {
    name: 'CLAIMGRAPH_WRITE_TOKEN',
    meaning: 'Token with which the API also takes changes. It reads as well.',
    fallback: 'none: the API has no field that changes anything',
    allowed: 'at least 22 letters, digits or -._~+/',
    secret: true,
  },
  {
    name: 'CLAIMGRAPH_ALLOW_PUBLIC',
    meaning:
      'Whether the server may listen beyond this machine without a read token: then everybody who reaches it may read the graph.',
    fallback: '0',
    allowed: '0 or 1',
    secret: false,
  },
  {
    name: 'CLAIMGRAPH_LOG',
    meaning: 'How much the server reports on standard error.',
    fallback: 'info',
    allowed: 'debug, info, warn, error or silent',
    secret: false,
  },
  ...limitRows,
  {
    name: 'NEO4J_USERNAME',
    meaning: 'User name at Neo4j.',
    fallback: 'neo4j',
    allowed: 'text',
    secret: false,
  },
  {
    name: 'NEO4J_PASSWORD',
    meaning: 'Password at Neo4j.',
    fallback: 'none',
    allowed: 'text',
    secret: true,
  },
  {
    name: 'NEO4J_DATABASE',
    meaning: 'Database at Neo4j.',
    fallback: "the account's home database",
    allowed: 'the name of a database',
    secret: false,
  },
];
