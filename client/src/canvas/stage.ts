import cytoscape from 'cytoscape';
import type { Core } from 'cytoscape';

import { motion } from '../ui/tokens.ts';
import type { ThemeName } from '../ui/tokens.ts';
import { stylesheet } from './style/stylesheet.ts';
import { viewOf } from './viewport.ts';
import type { Bounds } from './viewport.ts';

/** Milliseconds an animation takes; 0 where the user asks for less motion. */
export function animationMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : motion.layout;
}

/** The drawing surface and its view, without knowledge of what is drawn. */
export interface Stage {
  readonly cy: Core;
  setTheme(theme: ThemeName): void;
  /** On a dense display, draws one pixel for each pixel of the page: a quarter of the work. */
  setCoarse(coarse: boolean): void;
  /** Brings these bounds into view. The view follows changes of the window's size until the user moves it. */
  show(bounds: Bounds, options: { animate: boolean; follow: boolean }): void;
  zoomBy(factor: number): void;
  dispose(): void;
}

export interface StageOptions {
  readonly container: HTMLElement;
  readonly theme: ThemeName;
  /** Bounds to keep in view while the user has not moved it. */
  readonly boundsToFollow: () => Bounds | null;
  readonly onSettled: () => void;
}

/** Time without a change of the view after which it counts as settled. */
const settleMs = 150;

/**
 * Cytoscape adds a style element for one rule unless something with its id is there. The page's security policy
 * refuses such elements, and the canvas has the rule in its own style sheet.
 */
function forestallInlineStyle(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id) !== null) return;
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}

export function createStage(options: StageOptions): Stage {
  forestallInlineStyle();
  let theme = options.theme;
  let following = true;
  const cy = cytoscape({
    container: options.container,
    style: stylesheet(theme),
    layout: { name: 'preset' },
    autounselectify: true,
    boxSelectionEnabled: true,
    minZoom: 0.08,
    maxZoom: 4,
  });

  // The canvas has its own menu.
  const keepMenu = (event: Event): void => event.preventDefault();
  options.container.addEventListener('contextmenu', keepMenu);

  let settling: ReturnType<typeof setTimeout> | undefined;
  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(options.onSettled, settleMs);
  }
  cy.on('viewport', settle);
  cy.on('dragpan scrollzoom pinchzoom', () => {
    following = false;
  });

  function show(bounds: Bounds, { animate, follow }: { animate: boolean; follow: boolean }): void {
    following = follow;
    const view = viewOf(cy, bounds);
    cy.stop();
    if (animate && animationMs() > 0) {
      cy.animate(view, { duration: animationMs(), easing: 'ease-out' });
    } else {
      cy.viewport(view);
    }
  }

  const resizes = new ResizeObserver(() => {
    cy.resize();
    const bounds = following ? options.boundsToFollow() : null;
    if (bounds !== null && cy.width() > 0) cy.viewport(viewOf(cy, bounds));
    settle();
  });
  resizes.observe(options.container);

  return {
    cy,
    setTheme: (next) => {
      if (next === theme) return;
      theme = next;
      (cy.style() as unknown as { fromJson(json: unknown): { update(): void } })
        .fromJson(stylesheet(theme))
        .update();
    },
    setCoarse: (coarse) => {
      // The library takes this as an option for the start alone, but reads it from here at every frame.
      const renderer = (cy as unknown as { renderer(): { forcedPixelRatio: number | null } }).renderer();
      const ratio = coarse ? 1 : null;
      if (renderer.forcedPixelRatio === ratio) return;
      renderer.forcedPixelRatio = ratio;
      cy.resize();
    },
    show,
    zoomBy: (factor) => {
      following = false;
      const zoom = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor));
      cy.zoom({ level: zoom, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    dispose: () => {
      clearTimeout(settling);
      resizes.disconnect();
      options.container.removeEventListener('contextmenu', keepMenu);
      cy.destroy();
    },
  };
}
