/** The graph as the explorer holds it: plain records, keyed by stable ids, made from API answers in this folder alone. */

export type ClaimStatus =
  | 'RETRACTED'
  | 'DENIED'
  | 'PLANNED'
  | 'PREDICTED'
  | 'QUESTIONED'
  | 'OPINION'
  | 'REPORTED'
  | 'ASSERTED';

export type Standing = 'UNSOURCED' | 'WITHDRAWN' | 'DISPUTED' | 'CORROBORATED' | 'SINGLE_ORIGIN';

export type Family = 'people' | 'bodies' | 'places' | 'happenings' | 'things';

/** Somebody in a chain of speakers. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly anonymous: boolean;
}

export interface EntityRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly wikidata: string | null;
  readonly isSource: boolean;
  readonly anonymous: boolean;
  /** Distinct entities it has a relation with, in the whole store. */
  readonly neighborCount: number;
}

export interface ArticleSummary {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** The report it retells, if any. */
  readonly basedOn: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
  } | null;
  /** Whether its text is there to read in: known by a quote that was found in it. */
  readonly textHeld: boolean;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** One statement in one article: the evidence behind a relation. */
export interface ClaimRecord {
  readonly id: string;
  readonly relationId: string;
  readonly status: ClaimStatus | null;
  readonly quote: string | null;
  readonly quotePlaces: readonly TextSpan[];
  /** The sentence or so around the quote. */
  readonly context: string | null;
  readonly article: ArticleSummary | null;
  readonly attributedTo: readonly Speaker[];
  readonly originId: string | null;
  readonly disputes: readonly string[];
  readonly disputedBy: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly dateText: string | null;
  readonly note: string | null;
  readonly publishedAt: string | null;
}

/** All claims of one type from one entity to another: one line on the canvas. */
export interface RelationRecord {
  readonly id: string;
  readonly type: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly standing: Standing;
  readonly claimCount: number;
  readonly originCount: number;
  /** How many of its claims have which status, over all of them; null where the data holds none. */
  readonly statusCounts: readonly { readonly status: ClaimStatus | null; readonly count: number }[];
  /** The first claims of it, at most 50; claimCount tells whether there are more. */
  readonly claims: readonly ClaimRecord[];
}

/** What a limit left out, as the API states it. */
export interface Truncation {
  readonly limit: string;
  readonly shown: number;
  readonly total: number | null;
  readonly orderedBy: string;
}

export interface GraphSlice {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly truncation: readonly Truncation[];
}

export interface EntityTypeInfo {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly family: Family;
  /** Name of a Lucide icon, such as `user-round`. */
  readonly icon: string;
}

export interface RelationTypeInfo {
  readonly name: string;
  readonly caption: string;
  readonly inverseCaption: string;
  readonly shortCaption: string | null;
  readonly symmetric: boolean;
}

/** Names, captions, families and icons of all types in the store. A type that it lacks gets them from its name. */
export interface VocabularyRecord {
  readonly entityTypes: ReadonlyMap<string, EntityTypeInfo>;
  readonly relationTypes: ReadonlyMap<string, RelationTypeInfo>;
}

/** An article with its text and its claims in the order of the text. */
export interface ArticleRecord extends ArticleSummary {
  readonly text: string | null;
  readonly claims: readonly ClaimRecord[];
  readonly mentions: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly aliases: readonly string[];
  }[];
}

/** Relations of one entity by type, direction and type of the other end, in the whole store. */
export interface NeighborCount {
  readonly relationType: string;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly entityType: string;
  readonly count: number;
}

export interface NeighborPage {
  readonly ids: readonly string[];
  /** How many pass, on this page or not. */
  readonly totalCount: number;
  /** How many of the wanted kinds the filters leave out. */
  readonly keptBack: number;
}

export interface SearchHit {
  readonly kind: 'entity' | 'claim' | 'article';
  readonly id: string;
  /** Name of the entity, the quote, or the title. */
  readonly text: string;
  readonly entity: { readonly name: string; readonly type: string; readonly anonymous: boolean } | null;
  readonly claim: {
    readonly status: ClaimStatus | null;
    readonly relationId: string;
    readonly sourceId: string;
    readonly targetId: string;
    /** What it claims: the ends by their names, with the caption between them. */
    readonly sentence: string;
  } | null;
  readonly field: string;
  readonly snippet: string;
  readonly highlights: readonly TextSpan[];
  /** Letters that had to be changed; 0 when exact or a beginning. */
  readonly distance: number;
}

/** How much the store holds. */
export interface StoreTotals {
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly articles: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly totalCount: number;
}
