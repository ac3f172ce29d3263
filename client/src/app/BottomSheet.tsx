import { useRef, useState, type PointerEvent, type ReactNode } from 'react';

import { en } from '../i18n/en.ts';

import styles from './BottomSheet.module.css';

/** Heights of the sheet in px; the last stands for all there is. */
const stops = [112, 430, Number.POSITIVE_INFINITY] as const;
const dragFrom = 6;

/** A panel that rises from the bottom; its handle is dragged, or pressed to go on to the next height. */
export function BottomSheet({ children }: { readonly children: ReactNode }) {
  const [stop, setStop] = useState(1);
  const [dragged, setDragged] = useState<number | null>(null);
  const sheet = useRef<HTMLElement>(null);
  const from = useRef<{ y: number; height: number } | null>(null);
  const height = dragged ?? stops[stop] ?? stops[1];

  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { y: event.clientY, height: sheet.current?.offsetHeight ?? stops[1] };
  };
  const drag = (event: PointerEvent) => {
    if (!from.current) return;
    const next = from.current.height + from.current.y - event.clientY;
    if (dragged !== null || Math.abs(next - from.current.height) > dragFrom) setDragged(Math.max(80, next));
  };
  const end = () => {
    from.current = null;
    if (dragged === null) return setStop((stop + 1) % stops.length);
    const full = sheet.current?.parentElement?.offsetHeight ?? stops[1];
    const distances = stops.map((each) => Math.abs(Math.min(each, full) - dragged));
    setStop(distances.indexOf(Math.min(...distances)));
    setDragged(null);
  };
  return (
    <section
      ref={sheet}
      aria-label={en.shell.panelRegion}
      className={styles['sheet']}
      style={{ height: Number.isFinite(height) ? height : '100%' }}
    >
      <button
        type="button"
        aria-label={en.shell.resizeSheet}
        className={styles['handle']}
        onPointerDown={begin}
        onPointerMove={drag}
        onPointerUp={end}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          setStop((stop + 1) % stops.length);
        }}
      />
      <div className={styles['content']}>{children}</div>
    </section>
  );
}
