import { createStore, type StoreApi } from 'zustand/vanilla';

import type { ArticleRecord, GraphSlice } from '../api/graph.ts';
import type { Transport } from '../api/transport.ts';
import type { Messages } from '../i18n/en.ts';
import type { CanvasPort } from '../state/canvas-port.ts';
import { deriveScene } from '../state/derive-scene.ts';
import { append, emptyHistory, type History } from '../state/history.ts';
import { nameOf } from '../state/name-of.ts';
import { shownPositions } from '../state/positions.ts';
import type { Records } from '../state/refreshed.ts';
import { replay } from '../state/replay.ts';
import type { Positions } from '../state/scene.ts';
import type { Step } from '../state/step.ts';
import { applyStep, describeStep } from '../state/steps.ts';
import type { ExplorerState } from './explorer-state.ts';
import { initialState } from './initial-state.ts';
import { pruned } from './selection.ts';
import { rememberedTheme } from './theme.ts';

/** What the explorer remembers beside its state: the history, the layout's places and what must not be drawn. */
export class Session {
  readonly store: StoreApi<ExplorerState>;
  readonly transport: Transport;
  readonly messages: Messages;
  /** Ends with the explorer. */
  readonly closing = new AbortController();
  readonly articles = new Map<string, ArticleRecord>();
  canvas: CanvasPort | null = null;
  #history: History = emptyHistory;
  #placed: Positions = {};
  #toasts = 0;

  constructor({ transport, messages }: { transport: Transport; messages: Messages }) {
    this.transport = transport;
    this.messages = messages;
    this.store = createStore(() => initialState(rememberedTheme()));
  }

  get state(): ExplorerState {
    return this.store.getState();
  }

  get history(): History {
    return this.#history;
  }

  set(part: Partial<ExplorerState>): void {
    this.store.setState(part);
  }

  /** Takes a step and offers to undo it. A step that changes nothing is not taken: then the answer is false. */
  take(step: Step): boolean {
    if (applyStep(this.state.investigation, step) === this.state.investigation) return false;
    this.travel(append(this.#history, step));
    if (tellsOfItself(step)) this.tell(this.textOf(step), true);
    return true;
  }

  /** Goes to another place in the history. */
  travel(history: History): void {
    this.#history = history;
    this.#derive({
      steps: history.past,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      investigation: replay(history.past),
    });
  }

  /** Keeps fetched records; what is on the canvas is drawn anew from them. */
  learn({ entities, relations }: Pick<GraphSlice, 'entities' | 'relations'>): void {
    this.#derive({
      entities: new Map([...this.state.entities, ...entities.map((each) => [each.id, each] as const)]),
      relations: new Map([...this.state.relations, ...relations.map((each) => [each.id, each] as const)]),
    });
  }

  /** Keeps these records in place of all that were fetched before. */
  replace({ entities, relations }: Records): void {
    const { selection, relations: known, claimIndex } = this.state;
    const read = selection.primary && known.get(selection.primary.id)?.claims[claimIndex]?.id;
    const claims = (selection.primary && relations.get(selection.primary.id)?.claims) ?? [];
    // Whoever reads a claim goes on reading it, wherever it stands in the list now.
    const place = claims.findIndex(({ id }) => id === read);
    this.#derive({ entities, relations, claimIndex: Math.max(0, place) });
  }

  /** Keeps places that the layout found, by id, also for entities that are undone and done again. */
  place(positions: Positions): void {
    this.#placed = { ...this.#placed, ...positions };
    this.#derive({});
  }

  /** Shows one line. The screen lets it go: it knows whether somebody is reading it. */
  tell(text: string, undoable: boolean): void {
    this.#toasts += 1;
    this.set({ toast: { id: this.#toasts, text, undoable } });
  }

  /** A step in words. */
  textOf(step: Step): string {
    return describeStep(step, { words: this.messages.steps, nameOf: (id) => this.nameOf(id) });
  }

  /** What to call an entity or article by its id. */
  nameOf(id: string): string {
    return nameOf(id, { ...this.state, untitled: this.messages.steps.untitled });
  }

  #derive(part: Partial<ExplorerState>): void {
    const before = this.state;
    const next = { ...before, ...part };
    const { investigation, entities, relations, vocabulary } = next;
    const redraw =
      investigation !== before.investigation ||
      entities !== before.entities ||
      relations !== before.relations;
    const scene = redraw
      ? deriveScene({ investigation, entities, relations, vocabulary, words: this.messages.scene })
      : before.scene;
    const selection = pruned({ selection: before.selection, scene });
    this.set({ ...part, scene, selection, positions: shownPositions(investigation, this.#placed) });
  }
}

/** Steps whose effect is under the pointer or in a chip need no line of their own. */
function tellsOfItself({ kind }: Step): boolean {
  switch (kind) {
    case 'open-article':
    case 'add':
    case 'expand':
    case 'collapse':
    case 'hide':
    case 'arrange':
    case 'clear':
      return true;
    case 'move':
    case 'pin':
    case 'unpin':
    case 'filter':
      return false;
  }
}
