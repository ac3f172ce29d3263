import type { CanvasPort } from '../state/canvas-port.ts';
import type { Positions, Scene } from '../state/scene.ts';

/** What the user is looking at. `primary` is shown in the panel; the others are also selected. */
export interface CanvasSelection {
  readonly primary: { readonly kind: 'entity' | 'edge'; readonly id: string } | null;
  readonly entities: readonly string[];
  readonly edges: readonly string[];
}

/** What the user did on the canvas. Places are in CSS pixels of the browser window. */
export type Gesture =
  | {
      readonly kind: 'select';
      readonly target: 'entity' | 'edge';
      readonly id: string;
      readonly additive: boolean;
    }
  | { readonly kind: 'select-many'; readonly ids: readonly string[]; readonly additive: boolean }
  | { readonly kind: 'clear-selection' }
  | { readonly kind: 'open'; readonly target: 'entity' | 'edge'; readonly id: string }
  | {
      readonly kind: 'menu';
      readonly target: 'entity' | 'edge' | 'background';
      readonly id: string | null;
      readonly at: { readonly x: number; readonly y: number };
    }
  | {
      readonly kind: 'expand-menu';
      readonly id: string;
      readonly at: { readonly x: number; readonly y: number };
    }
  | { readonly kind: 'moved'; readonly positions: Positions }
  | { readonly kind: 'placed'; readonly positions: Positions }
  | { readonly kind: 'zoomed'; readonly zoom: number; readonly captionsWithoutRoom: number };

/** Props in, gestures out: the canvas owns no state that outlives it. */
export interface CanvasProps {
  readonly scene: Scene;
  /** Entities without a position are laid out by the canvas and reported with `placed`; those with one never move. */
  readonly positions: Positions;
  readonly selection: CanvasSelection;
  readonly theme: 'light' | 'dark';
  /** Name of the whole picture for assistive technology. */
  readonly label: string;
  /** Text of the tip beside a hovered entity or edge. */
  readonly describe: (
    target: 'entity' | 'edge',
    id: string,
  ) => { readonly title: string; readonly detail: string };
  readonly onGesture: (gesture: Gesture) => void;
  /** Called once when the canvas can take orders, and with null when it goes. */
  readonly onReady: (port: CanvasPort | null) => void;
}
