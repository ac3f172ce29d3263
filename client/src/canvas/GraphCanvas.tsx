import { useEffect, useRef, useState } from 'react';
import type { CanvasProps } from './canvas-props.ts';
import { createDrawing } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import styles from './GraphCanvas.module.css';
import type { Target } from './looks.ts';
import { canvasFonts } from './style/fonts.ts';
import { Tip } from './Tip.tsx';

/** Draws a scene and reports what the user does with it. Owns nothing that outlives it. */
export function GraphCanvas(props: CanvasProps) {
  const { scene, positions, selection, theme, label, describe, onReady } = props;
  const surface = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(props);
  const [fontsReady, setFontsReady] = useState(false);
  const [hovered, setHovered] = useState<Target | null>(null);

  useEffect(() => {
    latest.current = props;
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
      input: { ...latest.current, focused: null },
      onGesture: (gesture) => latest.current.onGesture(gesture),
      onHover: setHovered,
      onFocusRequest: () => container.focus(),
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
    drawing.current?.update({ scene, positions, selection, theme, focused: null });
  }, [scene, positions, selection, theme]);

  void onReady;
  const tipAt = hovered === null ? null : (drawing.current?.placeOf(hovered) ?? null);
  return (
    <div className={styles['root']}>
      <div
        ref={surface}
        className={styles['surface']}
        role="application"
        aria-label={label}
        tabIndex={-1}
        onContextMenu={(event) => event.preventDefault()}
      />
      {hovered !== null && tipAt !== null && <Tip at={tipAt} {...describe(hovered.kind, hovered.id)} />}
    </div>
  );
}
