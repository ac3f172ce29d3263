import { useCallback, useEffect, useRef, useState } from 'react';

import { en } from '../i18n/en.ts';
import { bandFor } from './bands.ts';
import type { CanvasProps } from './canvas-props.ts';
import { createDrawing } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Target } from './looks.ts';
import { Announcements } from './outline/Announcements.tsx';
import { Outline } from './outline/Outline.tsx';
import type { OutlineHandle } from './outline/Outline.tsx';
import { canvasFonts } from './style/fonts.ts';
import { Tip } from './Tip.tsx';

import styles from './GraphCanvas.module.css';

/** Says how the picture is simplified, where it is. */
function Mode({ elements }: { readonly elements: number }) {
  const { name } = bandFor(elements);
  if (name === 'full') return null;
  return <p className={styles['mode']}>{en.canvas.mode[name](elements)}</p>;
}

/** Draws a scene and reports what the user does with it. Owns nothing that outlives it. */
export function GraphCanvas(props: CanvasProps) {
  const { scene, positions, selection, theme, label, describe, onGesture } = props;
  const surface = useRef<HTMLDivElement>(null);
  const outline = useRef<OutlineHandle>(null);
  const drawing = useRef<Drawing | null>(null);
  const [fontsReady, setFontsReady] = useState(false);
  const [hovered, setHovered] = useState<Target | null>(null);
  const [focused, setFocused] = useState<Target | null>(null);
  const latest = useRef({ ...props, focused });

  useEffect(() => {
    latest.current = { ...props, focused };
  });

  useEffect(() => {
    let wanted = true;
    void canvasFonts().then(() => {
      if (wanted) setFontsReady(true);
    });
    return () => {
      wanted = false;
    };
  }, []);

  useEffect(() => {
    const container = surface.current;
    if (!fontsReady || container === null) return undefined;
    const created = createDrawing({
      container,
      input: latest.current,
      onGesture: (gesture) => latest.current.onGesture(gesture),
      onHover: setHovered,
      onFocusRequest: () => outline.current?.focus(),
    });
    drawing.current = created;
    latest.current.onReady(created.port);
    return () => {
      latest.current.onReady(null);
      drawing.current = null;
      created.dispose();
    };
  }, [fontsReady]);

  useEffect(() => {
    drawing.current?.update({ scene, positions, selection, theme, focused });
  }, [scene, positions, selection, theme, focused]);

  const focusOn = useCallback((target: Target | null) => {
    setFocused(target);
    if (target !== null) drawing.current?.reveal(target);
  }, []);

  const inWindow = useCallback((target: Target) => {
    const at = drawing.current?.placeOf(target) ?? null;
    const box = surface.current?.getBoundingClientRect();
    return at === null || box === undefined ? null : { x: at.x + box.left, y: at.y + box.top };
  }, []);

  return (
    <div className={styles['root']}>
      <div ref={surface} className={styles['surface']} role="application" aria-label={label} />
      <Outline
        ref={outline}
        scene={scene}
        selection={selection}
        label={label}
        describe={describe}
        onGesture={onGesture}
        onFocus={focusOn}
        placeOf={inWindow}
      />
      <Announcements scene={scene} />
      <Mode elements={scene.nodes.length + scene.edges.length} />
      {hovered !== null && (
        <Tip
          placeOf={() => drawing.current?.placeOf(hovered) ?? null}
          {...describe(hovered.kind, hovered.id)}
        />
      )}
    </div>
  );
}
