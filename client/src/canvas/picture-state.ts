import type { Point } from '../state/scene.ts';
import { bandFor } from './bands.ts';
import type { Band } from './bands.ts';
import type { CanvasProps } from './canvas-props.ts';
import type { PlacedNode } from './labels.ts';
import type { Target } from './looks.ts';
import { bends, measureNode } from './measures.ts';
import type { NodeMeasure } from './measures.ts';
import { boundsOf } from './viewport.ts';
import type { Bounds } from './viewport.ts';
import { nothingWritten, placedNodes, write } from './writing.ts';
import type { Writing } from './writing.ts';

export type DrawingInput = Pick<CanvasProps, 'scene' | 'positions' | 'selection' | 'theme'> & {
  /** What the keyboard is on. */
  readonly focused: Target | null;
};

/** What is drawn and where, apart from how: the input of the canvas and what follows from it. */
export class PictureState {
  #input: DrawingInput;
  #places: ReadonlyMap<string, Point> = new Map();
  #measures: ReadonlyMap<string, NodeMeasure> = new Map();
  #bends: ReadonlyMap<string, number> = new Map();
  #band: Band = bandFor(0);
  #writing: Writing = nothingWritten;
  #fresh = true;

  constructor(input: DrawingInput) {
    this.#input = input;
  }

  get input(): DrawingInput {
    return this.#input;
  }

  get places(): ReadonlyMap<string, Point> {
    return this.#places;
  }

  get measures(): ReadonlyMap<string, NodeMeasure> {
    return this.#measures;
  }

  get bends(): ReadonlyMap<string, number> {
    return this.#bends;
  }

  get band(): Band {
    return this.#band;
  }

  get writing(): Writing {
    return this.#writing;
  }

  /** True until a picture of this graph has been in view; again when nothing of the last graph is left. */
  get fresh(): boolean {
    return this.#fresh;
  }

  /** Whether every entity has a place. */
  get complete(): boolean {
    return this.#places.size === this.#input.scene.nodes.length;
  }

  nodes(): PlacedNode[] {
    return placedNodes({ scene: this.#input.scene, places: this.#places, measures: this.#measures });
  }

  /** What these entities cover, all when absent; null where none is placed. */
  bounds(ids?: Iterable<string>): Bounds | null {
    const wanted = ids === undefined ? null : new Set(ids);
    return boundsOf(
      this.nodes().filter((node) => wanted === null || wanted.has(node.id)),
      this.#writing.sides,
    );
  }

  seen(): void {
    this.#fresh = false;
  }

  /** Takes over what changed; true where something has to be written anew. */
  accept(next: DrawingInput): boolean {
    const before = this.#input.scene;
    const sceneChanged = next.scene !== before || this.#measures.size === 0;
    this.#input = next;
    if (sceneChanged) {
      const known = new Set(before.nodes.map((node) => node.id));
      this.#fresh ||= !next.scene.nodes.some((node) => known.has(node.id));
      this.#measures = new Map(next.scene.nodes.map((node) => [node.id, measureNode(node)]));
      this.#bends = bends(next.scene.edges);
      this.#band = bandFor(next.scene.nodes.length + next.scene.edges.length);
    }
    const placesChanged = this.#acceptPlaces(next);
    return sceneChanged || placesChanged;
  }

  /** Given places go before those that a layout found here. */
  #acceptPlaces({ scene, positions }: DrawingInput): boolean {
    const kept = new Map<string, Point>();
    let changed = false;
    for (const { id } of scene.nodes) {
      const old = this.#places.get(id);
      const place = positions[id] ?? old;
      if (place !== undefined) kept.set(id, place);
      changed ||= place?.x !== old?.x || place?.y !== old?.y;
    }
    changed ||= kept.size !== this.#places.size;
    this.#places = kept;
    return changed;
  }

  /** Puts entities where a layout or the user put them. */
  take(moved: ReadonlyMap<string, Point>): void {
    const known = new Set(this.#input.scene.nodes.map((node) => node.id));
    this.#places = new Map([...this.#places, ...[...moved].filter(([id]) => known.has(id))]);
  }

  /** Takes places back that were only shown on the way. */
  forget(ids: Iterable<string>): void {
    const places = new Map(this.#places);
    for (const id of ids) places.delete(id);
    this.#places = places;
  }

  /** Places labels and captions. They keep their sides where they can, unless all is new. */
  write(options: { anew: boolean }): void {
    this.#writing = write({
      scene: this.#input.scene,
      places: this.#places,
      measures: this.#measures,
      bends: this.#bends,
      band: this.#band,
      before: options.anew ? nothingWritten : this.#writing,
    });
  }
}
