import type { RequestLimits } from '../http/limits.ts';

/** A limit that a setting changes. */
export interface LimitSetting {
  readonly limit: keyof RequestLimits;
  readonly meaning: string;
  /** So many of the limit's own units are one of the setting's. */
  readonly unit: number;
  readonly min: number;
  readonly max: number;
}

export const limitSettingNames = [
  'CLAIMGRAPH_MAX_COST',
  'CLAIMGRAPH_MAX_DEPTH',
  'CLAIMGRAPH_MAX_TOKENS',
  'CLAIMGRAPH_MAX_ALIASES',
  'CLAIMGRAPH_MAX_DIRECTIVES',
  'CLAIMGRAPH_MAX_BODY',
  'CLAIMGRAPH_DEADLINE',
  'CLAIMGRAPH_MAX_RUNNING',
  'CLAIMGRAPH_MAX_WAITING',
  'CLAIMGRAPH_POINTS_PER_MINUTE',
] as const;

export type LimitSettingName = (typeof limitSettingNames)[number];

export const limitSettings: Readonly<Record<LimitSettingName, LimitSetting>> = {
  CLAIMGRAPH_MAX_COST: {
    limit: 'cost',
    meaning: 'Points that a query may cost, counted from its page sizes before it runs.',
    unit: 1,
    min: 1,
    max: 1_000_000_000,
  },
  CLAIMGRAPH_MAX_DEPTH: {
    limit: 'depth',
    meaning: 'Levels of fields that a query may have, fragments written out.',
    unit: 1,
    min: 1,
    max: 50,
  },
  CLAIMGRAPH_MAX_TOKENS: {
    limit: 'tokens',
    meaning: 'Words and signs that the text of a query may have.',
    unit: 1,
    min: 1,
    max: 100_000,
  },
  CLAIMGRAPH_MAX_ALIASES: {
    limit: 'aliases',
    meaning: 'Aliases that a query may use, fragments multiplied out.',
    unit: 1,
    min: 0,
    max: 1_000,
  },
  CLAIMGRAPH_MAX_DIRECTIVES: {
    limit: 'directives',
    meaning: 'Directives that a query may use.',
    unit: 1,
    min: 0,
    max: 1_000,
  },
  CLAIMGRAPH_MAX_BODY: {
    limit: 'bodyBytes',
    meaning: 'Size that a request may have, in kB of 1,024 bytes.',
    unit: 1_024,
    min: 1,
    max: 65_536,
  },
  CLAIMGRAPH_DEADLINE: {
    limit: 'deadlineMs',
    meaning: 'Seconds after which a query is given up.',
    unit: 1_000,
    min: 1,
    max: 600,
  },
  CLAIMGRAPH_MAX_RUNNING: {
    limit: 'running',
    meaning: 'Queries that run at once.',
    unit: 1,
    min: 1,
    max: 1_000,
  },
  CLAIMGRAPH_MAX_WAITING: {
    limit: 'waiting',
    meaning: 'Queries that wait for their turn; any more are told to come back later.',
    unit: 1,
    min: 0,
    max: 10_000,
  },
  CLAIMGRAPH_POINTS_PER_MINUTE: {
    limit: 'pointsPerMinute',
    meaning: "Points that the queries of one address may cost in a minute, this machine's own left out.",
    unit: 1,
    min: 1,
    max: 1_000_000_000,
  },
};
