import type { Permissions } from './load-options.ts';

/** An article's script tells what an article says; any other script may bring a graph of its own. */
export type ScriptKind = 'article' | 'graph';

/** For whom the gate is kept. */
export interface GateRules {
  readonly kind: ScriptKind;
  /** What its user permitted; an article's script may not have it all the same. */
  readonly allow: Permissions;
}

/** Why something may not run, and what to do about it. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}
