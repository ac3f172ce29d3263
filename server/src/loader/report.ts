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
  /** Ids of entities of which this load changed a property or a label. */
  readonly entitiesChanged: readonly string[];
  /** Ids of entities that this script referred to, and that nothing refers to any more. They stay. */
  readonly entitiesLeft: readonly string[];
  /** Relations that rest on more independent origins than before; one that nobody spoke of before is new, not backed. */
  readonly backed: readonly BackedRelation[];
  /** Claims that stand against each other since this load. */
  readonly contradicted: readonly Contradiction[];
}

/** One line on the canvas, by its id and in words. */
export interface NamedRelation {
  /** `<source>~<type>~<target>`, of ids. */
  readonly id: string;
  /** Names of its ends. */
  readonly source: string;
  readonly type: string;
  readonly target: string;
}

/** A relation that rests on more independent origins than before, counted as the API counts them. */
export interface BackedRelation {
  readonly relation: NamedRelation;
  /** Origins before and after; 0 before if everything said of the relation was denied or withdrawn. */
  readonly originsBefore: number;
  readonly originsAfter: number;
  /** Ids of the claims of this load that add to it. */
  readonly claims: readonly string[];
}

/**
 * Two claims that cannot both hold, at least one of them of this load:
 * - `disputed`: one declares it in `disputes`;
 * - `denied`: same type, same ends, meeting dates, one denied and one not;
 * - `possible`: opposite types on the same ends with meeting dates, both supported. Nothing is decided.
 */
export interface Contradiction {
  readonly kind: 'disputed' | 'denied' | 'possible';
  /** The claim of this load. */
  readonly claim: string;
  readonly against: string;
  /** The relations of the two: the same one for a denial. */
  readonly relation: NamedRelation;
  readonly againstRelation: NamedRelation;
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

/** What is in the graph of a script that is loaded in batches: loading it again goes on behind it. */
export interface KeptBatches {
  readonly statements: number;
  readonly of: number;
}

/** What became of one script. */
export type ScriptReport =
  | (ScriptOutcome & {
      readonly outcome: 'loaded';
      readonly change: GraphChange;
      readonly warnings: readonly ScriptProblem[];
      readonly milliseconds: number;
      /** Number of this load in the graph's history; null in a dry run, and without statements on data. */
      readonly load: number | null;
    })
  | (ScriptOutcome & {
      readonly outcome: 'unchanged';
      /** ISO 8601: when this very text was loaded. */
      readonly loadedAt: string;
      readonly by: string;
    })
  /** Judged without being run: a dry run of what cannot be rolled back, the schema and batches. */
  | (ScriptOutcome & { readonly outcome: 'judged'; readonly warnings: readonly ScriptProblem[] })
  /** Refused: nothing of it is in the store, but for what `kept` says. */
  | (ScriptOutcome & {
      readonly outcome: 'failed';
      readonly problems: readonly ScriptProblem[];
      readonly kept?: KeptBatches;
    })
  /** Stopped by its user: nothing of it is in the store, but for what `kept` says. */
  | (ScriptOutcome & { readonly outcome: 'stopped'; readonly kept?: KeptBatches })
  /** Not tried, because another script was refused or stopped. */
  | (ScriptOutcome & { readonly outcome: 'skipped' });

export interface LoadReport {
  /** In the order in which they were loaded. */
  readonly scripts: readonly ScriptReport[];
  /** Every script is in the graph, or would be after a dry run. */
  readonly complete: boolean;
  /** Everything was rolled back: the graph is as it was. */
  readonly dryRun: boolean;
}

/** What is told while scripts are loaded, some times a second. Positions count from 1. */
export type LoadProgress =
  | (ScriptPosition & {
      /** The script is read and judged, of which nothing touches the store. */
      readonly kind: 'check';
      /** How much of its text, in UTF-16 units. */
      readonly characters: number;
      readonly ofCharacters: number;
    })
  | (ScriptPosition & {
      readonly kind: 'statement';
      /** How many statements on data have run. */
      readonly statement: number;
      readonly statements: number;
    })
  | { readonly kind: 'script'; readonly report: ScriptReport };

interface ScriptPosition {
  readonly file: string;
  readonly script: number;
  readonly scripts: number;
}
