import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

import { z } from 'zod';

import { type RequestLimits, requestLimits } from '../http/limits.ts';
import { type LimitSetting, limitSettings } from './limit-settings.ts';
import { loopback } from './loopback.ts';
import { type SettingName, type SettingRow, settingNames, settingTable } from './setting-table.ts';
import { closestName } from './similar-name.ts';
import { findWorkspace } from './workspace.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Every choice that can be made from outside, checked. */
export interface Settings {
  readonly store: StoreSettings;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Names, besides those of this machine, under which the server may be asked. */
  readonly hosts: readonly string[];
  /** Pages of these origins may use the API, besides the server's own. */
  readonly origins: readonly string[];
  /** Whoever reads has to show it; nobody has to if undefined. */
  readonly readToken: string | undefined;
  /** Whoever writes over the API has to show it; nobody can if undefined. */
  readonly writeToken: string | undefined;
  readonly logLevel: LogLevel;
  readonly limits: RequestLimits;
}

export type StoreSettings =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly username: string;
      readonly password: string;
      /** The account's home database if undefined. */
      readonly database: string | undefined;
    };

/** A setting that cannot be used. The message names it, shows its value unless it is a secret, and says what is allowed. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

const text = (fallback: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => value || fallback);

/** At least 128 bits where each character carries six. */
const token = text('')
  .pipe(z.string().regex(/^(?:[\w.~+/-]{22,512}=*)?$/))
  .transform((value) => value || undefined);

/** Of a limit, in what the limit is counted in. */
const wholeNumber = ({ limit, unit, min, max }: LimitSetting) =>
  text(String(requestLimits[limit] / unit)).pipe(
    z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max))
      .transform((value) => value * unit),
  );

const neo4jAddress = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^\s/?#@]+(?:[/?][^\s@]*)?$/;

const schema = z.object({
  CLAIMGRAPH_STORE: text('embedded').pipe(z.union([z.literal('embedded'), z.string().regex(neo4jAddress)])),
  CLAIMGRAPH_DATA: text('data'),
  CLAIMGRAPH_HOST: text('127.0.0.1').pipe(z.string().regex(/^[\w.:-]+$/)),
  PORT: text('4000').pipe(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535)),
  ),
  CLAIMGRAPH_HOSTS: text('')
    .transform((list) => list.split(',').map((name) => name.trim().toLowerCase()))
    .transform((names) => names.filter((name) => name !== ''))
    .pipe(z.array(z.string().regex(/^(?:[\w.-]+|\[[0-9a-f:.]+\])$/))),
  CLAIMGRAPH_ORIGINS: text('')
    .transform((list) => list.split(',').map((origin) => origin.trim().toLowerCase()))
    .transform((origins) => origins.filter((origin) => origin !== ''))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^https?:\/\/[^\s/?#@*]+$/)
          .refine((origin) => URL.canParse(origin)),
      ),
    )
    // As browsers say it: without the port that goes without saying.
    .transform((origins) => origins.map((origin) => new URL(origin).origin)),
  CLAIMGRAPH_READ_TOKEN: token,
  CLAIMGRAPH_WRITE_TOKEN: token,
  CLAIMGRAPH_ALLOW_PUBLIC: text('0').pipe(z.enum(['0', '1'])),
  CLAIMGRAPH_LOG: text('info').pipe(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
  CLAIMGRAPH_MAX_COST: wholeNumber(limitSettings.CLAIMGRAPH_MAX_COST),
  CLAIMGRAPH_MAX_DEPTH: wholeNumber(limitSettings.CLAIMGRAPH_MAX_DEPTH),
  CLAIMGRAPH_MAX_TOKENS: wholeNumber(limitSettings.CLAIMGRAPH_MAX_TOKENS),
  CLAIMGRAPH_MAX_ALIASES: wholeNumber(limitSettings.CLAIMGRAPH_MAX_ALIASES),
  CLAIMGRAPH_MAX_DIRECTIVES: wholeNumber(limitSettings.CLAIMGRAPH_MAX_DIRECTIVES),
  CLAIMGRAPH_MAX_BODY: wholeNumber(limitSettings.CLAIMGRAPH_MAX_BODY),
  CLAIMGRAPH_DEADLINE: wholeNumber(limitSettings.CLAIMGRAPH_DEADLINE),
  CLAIMGRAPH_MAX_RUNNING: wholeNumber(limitSettings.CLAIMGRAPH_MAX_RUNNING),
  CLAIMGRAPH_MAX_WAITING: wholeNumber(limitSettings.CLAIMGRAPH_MAX_WAITING),
  CLAIMGRAPH_POINTS_PER_MINUTE: wholeNumber(limitSettings.CLAIMGRAPH_POINTS_PER_MINUTE),
  NEO4J_USERNAME: text('neo4j'),
  NEO4J_PASSWORD: z.string().optional().default(''),
  NEO4J_DATABASE: text('').transform((name) => name || undefined),
}) satisfies z.ZodType<Record<SettingName, unknown>>;

/**
 * Reads and checks all settings. Throws SettingsError on the first that cannot be used, and on a name
 * that begins like one of ours and is none: a misspelt setting must not silently choose another store.
 */
export function readSettings(env: Environment): Settings {
  refuseUnknownNames(env);
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0];
    const row = settingTable.find((candidate) => candidate.name === name);
    if (!row) throw new SettingsError('The settings cannot be read.', { cause: parsed.error });
    throw new SettingsError(unusable(row, env[row.name]));
  }
  const values = parsed.data;
  refuseOpenDoors(values);
  return {
    store: storeSettings(values),
    host: values.CLAIMGRAPH_HOST,
    port: values.PORT,
    hosts: values.CLAIMGRAPH_HOSTS,
    origins: values.CLAIMGRAPH_ORIGINS,
    readToken: values.CLAIMGRAPH_READ_TOKEN,
    writeToken: values.CLAIMGRAPH_WRITE_TOKEN,
    logLevel: values.CLAIMGRAPH_LOG,
    limits: {
      cost: values.CLAIMGRAPH_MAX_COST,
      depth: values.CLAIMGRAPH_MAX_DEPTH,
      tokens: values.CLAIMGRAPH_MAX_TOKENS,
      aliases: values.CLAIMGRAPH_MAX_ALIASES,
      directives: values.CLAIMGRAPH_MAX_DIRECTIVES,
      bodyBytes: values.CLAIMGRAPH_MAX_BODY,
      deadlineMs: values.CLAIMGRAPH_DEADLINE,
      running: values.CLAIMGRAPH_MAX_RUNNING,
      waiting: values.CLAIMGRAPH_MAX_WAITING,
      pointsPerMinute: values.CLAIMGRAPH_POINTS_PER_MINUTE,
    },
  };
}

function refuseOpenDoors(values: z.output<typeof schema>): void {
  const { CLAIMGRAPH_HOST: host, CLAIMGRAPH_READ_TOKEN: read, CLAIMGRAPH_WRITE_TOKEN: write } = values;
  if (!loopback.test(host) && read === undefined && values.CLAIMGRAPH_ALLOW_PUBLIC !== '1') {
    throw new SettingsError(
      `CLAIMGRAPH_HOST is "${host}", which other machines can reach, and whoever reaches the server may read ` +
        'the whole graph. Set CLAIMGRAPH_READ_TOKEN so that readers need a token, or CLAIMGRAPH_ALLOW_PUBLIC=1 ' +
        'if everybody is meant to read, or listen at 127.0.0.1.',
    );
  }
  if (read !== undefined && read === write) {
    throw new SettingsError(
      'CLAIMGRAPH_READ_TOKEN and CLAIMGRAPH_WRITE_TOKEN are the same, so that every reader could write. Set two different ones.',
    );
  }
}

function storeSettings(values: z.output<typeof schema>): StoreSettings {
  if (values.CLAIMGRAPH_STORE === 'embedded') {
    return { kind: 'embedded', folder: resolve(findWorkspace(), values.CLAIMGRAPH_DATA) };
  }
  return {
    kind: 'neo4j',
    uri: values.CLAIMGRAPH_STORE,
    username: values.NEO4J_USERNAME,
    password: values.NEO4J_PASSWORD,
    database: values.NEO4J_DATABASE,
  };
}

function unusable({ name, allowed, secret }: SettingRow, value: string | undefined): string {
  // An address may carry a password although it must not: then its value stays unsaid as well.
  const shown = secret || value?.includes('@') ? 'has a value that cannot be used' : `is "${value}"`;
  const hint = value?.includes('@')
    ? ' User name and password have settings of their own: NEO4J_USERNAME and NEO4J_PASSWORD.'
    : '';
  return `${name} ${shown}. Allowed: ${allowed}.${hint}`;
}

/** What notebooks read to find a server: whoever runs both has them in one environment. */
const ofNotebooks = ['CLAIMGRAPH_URL', 'CLAIMGRAPH_TOKEN'];

function refuseUnknownNames(env: Environment): void {
  const known = new Set<string>([...settingNames, ...ofNotebooks]);
  for (const name of Object.keys(env)) {
    if (!name.startsWith('CLAIMGRAPH_') || name.startsWith('CLAIMGRAPH_TEST_') || known.has(name)) continue;
    throw new SettingsError(
      `${name} is not a setting of Claimgraph. Did you mean ${closestName(name, settingNames)}? All settings: npm start -- --help`,
    );
  }
}

/** The environment of this process, over what an `.env` file in Claimgraph's folder says. */
export function readEnvironment(root: string = findWorkspace()): Environment {
  const file = join(root, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env;
}

/** The settings as a table of lines for `--help`. */
export function describeSettings(): string {
  return settingTable
    .map(
      ({ name, meaning, fallback, allowed }) =>
        `  ${name}\n      ${meaning}\n      ${allowed}. Otherwise: ${fallback}`,
    )
    .join('\n');
}
