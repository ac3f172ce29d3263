import type { ScriptProblem } from './script-problem.ts';

/** What loading a script changed in the graph. */
export interface GraphChange {
  readonly statements: number;
  readonly nodesCreated: number;
  /** Relations that were not there before: claims, mentions, or those of any other graph. */
  readonly relationsCreated: number;
  readonly relationsRemoved: number;
  readonly claims: ClaimChange;
  /** Ids of entities that were not there before. */
  readonly entitiesCreated: readonly string[];
  /** Ids of entities that this script referred to, and that nothing refers to any more. They stay. */
  readonly entitiesLeft: readonly string[];
}

/** Ids of claims, by what became of them. */
export interface ClaimChange {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** How many are as they were. */
  readonly kept: number;
}

interface ScriptOutcome {
  readonly file: string;
  /** What the ledger knows the script by. */
  readonly path: string;
  /** Notes on what was passed over or done otherwise. */
  readonly notices: readonly string[];
}

/** What became of one script. */
export type ScriptReport =
  | (ScriptOutcome & {
      readonly outcome: 'loaded';
      readonly change: GraphChange;
      readonly warnings: readonly ScriptProblem[];
      readonly milliseconds: number;
    })
  | (ScriptOutcome & {
      readonly outcome: 'unchanged';
      /** ISO 8601: when this very text was loaded. */
      readonly loadedAt: string;
      readonly by: string;
    })
  /** Refused: nothing of it is in the store. */
  | (ScriptOutcome & { readonly outcome: 'failed'; readonly problems: readonly ScriptProblem[] })
  /** Not tried, because another script was refused. */
  | (ScriptOutcome & { readonly outcome: 'skipped' });

export interface LoadReport {
  /** In the order in which they were loaded. */
  readonly scripts: readonly ScriptReport[];
  /** Every script is in the graph. */
  readonly complete: boolean;
}

/** What is told while scripts are loaded. Positions count from 1. */
export type LoadProgress =
  | {
      readonly kind: 'statement';
      readonly file: string;
      readonly script: number;
      readonly scripts: number;
      readonly statement: number;
      readonly statements: number;
    }
  | { readonly kind: 'script'; readonly report: ScriptReport };
