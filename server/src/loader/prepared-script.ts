import type { Token } from '../lib/cypher-lexer.ts';
import type { ArticleId } from '../model/ids.ts';
import type { Parameters } from '../store/values.ts';
import type { LineIndex } from './line-index.ts';
import type { ScriptProblem } from './script-problem.ts';
import type { Script } from './script.ts';
import type { LiftedValue } from './statement-shape.ts';

/** One statement as it is sent, and where it stands in the script. */
export interface PreparedStatement {
  readonly cypher: string;
  /** Values of the parameters that it names. */
  readonly parameters: Parameters;
  /** What of it became a parameter. */
  readonly lifted: readonly LiftedValue[];
  /** In UTF-16 units. */
  readonly offset: number;
  /** It is `CALL { ... } IN TRANSACTIONS`, which runs outside of any transaction. */
  readonly alone: boolean;
}

/** A string of a script, with what it says. */
export interface ScriptString {
  readonly value: string;
  readonly token: Token;
  readonly statement: PreparedStatement;
  /** It stands where an id is given: `{id: '...'}` or `.id = '...'`. */
  readonly isId: boolean;
  /** The id is a relation's: it stands inside of `-[...]-`. */
  readonly isRelationId: boolean;
}

/** Statements in the order of their script; a long graph's are read from its text anew each time. */
export interface Statements extends Iterable<PreparedStatement> {
  readonly length: number;
}

/** A script that has been read and let through: what may run, and what is known about it beforehand. */
export interface PreparedScript {
  readonly script: Script;
  /** The article that owns what the script claims; null for any other graph. */
  readonly article: ArticleId | null;
  /** Of its text and of the files that it reads: it has changed as well when one of them has. */
  readonly checksum: string;
  /** Of its text alone. */
  readonly textChecksum: string;
  readonly schema: readonly PreparedStatement[];
  readonly data: Statements;
  /** Whether some statement on data runs alone. */
  readonly hasAlone: boolean;
  /** Whether some statement has a CREATE, which makes anew what is there already. */
  readonly creates: boolean;
  /** An article's; nothing looks for places in other graphs. */
  readonly strings: readonly ScriptString[];
  /** The same by what they say. */
  readonly places: ReadonlyMap<string, readonly ScriptString[]>;
  readonly warnings: readonly ScriptProblem[];
  readonly notices: readonly string[];
  readonly lines: LineIndex;
}
