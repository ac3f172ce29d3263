import type { TextSpan } from '../../lib/quote-places.ts';
import type { KnownEntity } from '../../model/known-entity.ts';

/** Somebody or something that the text names: known to the graph, or proposed. */
export interface ProposedEntity {
  /** Of the graph, or made of the name. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Other forms that the text uses. */
  readonly aliases: readonly string[];
  readonly known: KnownEntity | null;
  /** `named` by a name, an unnamed `source`, or a `phrase` such as "the annex". */
  readonly kind: 'named' | 'source' | 'phrase';
  /** Why it may be wrong; empty if nothing speaks against it. */
  readonly unsure: readonly string[];
}

/** A place in the text where an entity is named. */
export interface Mention extends TextSpan {
  readonly entity: ProposedEntity;
  readonly sentence: number;
}

/** Who is named, and where. */
export interface Cast {
  readonly entities: readonly ProposedEntity[];
  /** In the order of the text, without overlaps. */
  readonly mentions: readonly Mention[];
  /** Names that several known entities have, with their ids. */
  readonly ambiguous: readonly { readonly name: string; readonly ids: readonly string[] }[];
  /** Names that nothing could be made of. */
  readonly leftOut: readonly string[];
}

/** Words between quotation marks. */
export interface Quotation extends TextSpan {
  readonly speaker: ProposedEntity | null;
  /** Too few words to be testimony: "run", "enough". */
  readonly isScare: boolean;
  readonly unsure: string | null;
}

/** A date as the text words it. */
export interface FoundDate extends TextSpan {
  readonly text: string;
  readonly sentence: number;
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly unsure: string | null;
}

/** A claim for the author to judge. */
export interface ClaimStub {
  readonly id: string;
  readonly sentence: number;
  readonly source: ProposedEntity;
  readonly target: ProposedEntity;
  readonly type: string;
  /** Other types to choose from; empty where the verb decides. */
  readonly candidates: readonly string[];
  readonly verb: string;
  readonly status: string;
  /** Without the article's voice, which is always last. */
  readonly speaker: ProposedEntity | null;
  readonly quote: TextSpan;
  readonly prefix: string | null;
  readonly date: FoundDate | null;
  readonly unsure: readonly string[];
}
