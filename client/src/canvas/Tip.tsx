import { useLayoutEffect, useRef } from 'react';

import type { Point } from '../state/scene.ts';

import styles from './GraphCanvas.module.css';

interface TipProps {
  /** Where the element that it speaks of is on the canvas; null where it is not drawn. */
  readonly placeOf: () => Point | null;
  readonly title: string;
  readonly detail: string;
}

const beside = 26;
const edgeGap = 8;

/** Says in words what the pointer is on. Stays inside the canvas. */
export function Tip({ placeOf, title, detail }: TipProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const tip = box.current;
    const canvas = tip?.parentElement;
    const at = placeOf();
    if (!tip || !canvas || at === null) return;
    const fitsRight = at.x + beside + tip.offsetWidth + edgeGap <= canvas.clientWidth;
    const left = fitsRight ? at.x + beside : Math.max(edgeGap, at.x - beside - tip.offsetWidth);
    const top = Math.min(
      canvas.clientHeight - tip.offsetHeight - edgeGap,
      Math.max(edgeGap, at.y - tip.offsetHeight / 2),
    );
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });

  return (
    <div ref={box} className={styles['tip']} role="tooltip">
      <b>{title}</b> {detail}
    </div>
  );
}
