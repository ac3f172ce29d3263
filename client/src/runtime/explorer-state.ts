import type { ChangeRecord } from '../api/changes.ts';
import type {
  ArticleRecord,
  ArticleSummary,
  ClaimStatus,
  EntityRecord,
  NeighborCount,
  RelationRecord,
  SearchAnswer,
  StoreTotals,
  Truncation,
  VocabularyRecord,
} from '../api/graph.ts';
import type { CanvasPort } from '../state/canvas-port.ts';
import type { Point, Positions, Scene } from '../state/scene.ts';
import type { Filters, Investigation, Step } from '../state/step.ts';

/** Something that takes time: which, since when, and what is known so far. */
interface Activity {
  /** A sentence, such as "Expanding CIA". */
  readonly label: string;
  readonly phase: 'loading' | 'slow';
  readonly cancel: () => void;
}

/** Something that failed. The canvas is as it was. */
export interface Failure {
  readonly title: string;
  readonly detail: string;
  /** Stable code and id for a report, such as "STORE_UNAVAILABLE 7f3a". */
  readonly reference: string | null;
  readonly retry: (() => void) | null;
}

/** What an answer left out, in numbers. */
interface CutShort extends Truncation {
  /** How the rest can be had. */
  readonly more: { readonly count: number; readonly fetch: () => void } | null;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undoable: boolean;
}

export interface Selection {
  readonly primary: { readonly kind: 'entity' | 'edge'; readonly id: string } | null;
  readonly entities: readonly string[];
  readonly edges: readonly string[];
}

/** What is shown of the whole: derived from steps, data and selection; never set by hand. */
export interface ExplorerState {
  /** 'starting' until vocabulary and first article are there; 'unreachable' if the server never answered. */
  readonly phase: 'starting' | 'ready' | 'unreachable';
  readonly vocabulary: VocabularyRecord;
  readonly articles: readonly ArticleSummary[];
  readonly storeTotals: StoreTotals | null;
  /** Records of everything that was fetched, by id. */
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
  readonly steps: readonly Step[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly investigation: Investigation;
  readonly scene: Scene;
  /** Places to draw at: the user's, else those that the layout found. */
  readonly positions: Positions;
  readonly selection: Selection;
  /** Which claim of the selected relation is in the panel, by its place in the list; and in the article. */
  readonly claimIndex: number;
  readonly view: 'graph' | 'article';
  readonly article: ArticleRecord | null;
  /** Texts that are at hand, by id of the article; those of opened articles arrive a moment later. */
  readonly texts: ReadonlyMap<string, string>;
  readonly theme: 'light' | 'dark';
  readonly activity: Activity | null;
  readonly failure: Failure | null;
  readonly offline: boolean;
  /** Another graph is served at this address now: the canvas stays, and nothing is fetched for it any more. */
  readonly replaced: boolean;
  readonly toast: Toast | null;
  /** What came into the graph while it was open, and nobody has looked at yet. */
  readonly news: readonly ChangeRecord[];
  /** What the last answer left out. */
  readonly truncation: readonly CutShort[];
  readonly zoom: number;
  readonly captionsWithoutRoom: number;
}

/** What to bring in when an entity is expanded. */
export interface ExpandChoice {
  readonly relationTypes?: readonly string[];
  readonly entityTypes?: readonly string[];
  readonly statuses?: readonly ClaimStatus[];
  /** Page size, 25 unless said. */
  readonly limit?: number;
}

/** Everything that the user can do. Actions that fetch resolve when done and never reject: failures land in state. */
export interface ExplorerActions {
  start(): Promise<void>;
  openArticle(id: string): Promise<void>;
  /** Adds entities; selects the first. */
  add(ids: readonly string[]): Promise<void>;
  expand(id: string, choice?: ExpandChoice): Promise<void>;
  /** Hides the neighbours that are tied to this entity alone. */
  collapse(id: string): void;
  hide(ids: readonly string[]): void;
  hideOthers(ids: readonly string[]): void;
  pin(ids: readonly string[]): void;
  unpin(ids: readonly string[]): void;
  move(positions: Positions): void;
  /** Lays out anew everything that is not pinned; one step. */
  arrange(): Promise<void>;
  /** Takes places that the layout found; no step. */
  place(positions: Positions): void;
  setFilters(filters: Filters): void;
  clear(): void;
  undo(): void;
  redo(): void;
  selectEntity(id: string, additive?: boolean): void;
  selectEdge(id: string, additive?: boolean): void;
  selectMany(ids: readonly string[], additive?: boolean): void;
  clearSelection(): void;
  showClaim(index: number): void;
  /** Shows a claim from anywhere (search, article, dispute): adds its ends if they are not there, selects its relation and the claim. */
  revealClaim(relationId: string, claimId: string): Promise<void>;
  /** Opens the article of the selected claim at its quote. */
  readInPlace(articleId: string): Promise<void>;
  showView(view: 'graph' | 'article'): void;
  toggleTheme(): void;
  dismissFailure(): void;
  dismissToast(): void;
  /** Brings in and selects the relations that changed while the graph was open; one step. */
  showNews(): Promise<void>;
  dismissNews(): void;
  zoomed(zoom: number, captionsWithoutRoom: number): void;
  setCanvas(port: CanvasPort | null): void;
  fit(ids?: readonly string[]): void;
  zoomBy(factor: number): void;
  focusCanvas(): void;
  /** Where an entity is in the window, in CSS pixels; null where it is not drawn. */
  placeOf(id: string): Point | null;
}

/** Questions whose answers live only as long as the menu or field that asked. They reject with ApiError. */
export interface ExplorerQueries {
  search(text: string, signal: AbortSignal): Promise<SearchAnswer>;
  neighborCounts(id: string, signal: AbortSignal): Promise<readonly NeighborCount[]>;
  /** All relations of an entity in the store, best evidence first, at most 100, with the other ends. */
  relationsOf(
    id: string,
    signal: AbortSignal,
  ): Promise<{
    readonly relations: readonly RelationRecord[];
    readonly neighbors: readonly EntityRecord[];
    readonly totalCount: number;
  }>;
}
