import { useRef, useState, type PointerEvent, type ReactNode } from 'react';

import { en } from '../i18n/en.ts';

import styles from './BottomSheet.module.css';

/** Heights of the sheet: its head, most of what there is but never all of a low window, everything. */
const stops = ['112px', 'min(430px, 60%)', '100%'] as const;

/** The same heights in px. */
function heightsIn(room: number): readonly number[] {
  return [112, Math.min(430, room * 0.6), room];
}

const dragFrom = 6;

/** A panel that rises from the bottom; its handle is dragged, or pressed to go on to the next height. */
export function BottomSheet({ children }: { readonly children: ReactNode }) {
  const [stop, setStop] = useState(1);
  const [dragged, setDragged] = useState<number | null>(null);
  const sheet = useRef<HTMLElement>(null);
  const wasDragged = useRef(false);
  const from = useRef<{ y: number; height: number } | null>(null);

  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    wasDragged.current = false;
    from.current = { y: event.clientY, height: sheet.current?.offsetHeight ?? 0 };
  };
  const drag = (event: PointerEvent) => {
    if (!from.current) return;
    const next = from.current.height + from.current.y - event.clientY;
    if (dragged !== null || Math.abs(next - from.current.height) > dragFrom) setDragged(Math.max(80, next));
  };
  const end = () => {
    from.current = null;
    if (dragged === null) return;
    wasDragged.current = true;
    const room = sheet.current?.parentElement?.offsetHeight ?? 0;
    const distances = heightsIn(room).map((each) => Math.abs(each - dragged));
    setStop(distances.indexOf(Math.min(...distances)));
    setDragged(null);
  };
  return (
    <section
      ref={sheet}
      aria-label={en.shell.panelRegion}
      className={styles['sheet']}
      style={{ height: dragged ?? stops[stop] }}
    >
      <button
        type="button"
        aria-label={en.shell.resizeSheet}
        className={styles['handle']}
        onPointerDown={begin}
        onPointerMove={drag}
        onPointerUp={end}
        // Not on release: the click that follows it would fall on what the shrunken sheet uncovers.
        onClick={() => {
          if (!wasDragged.current) setStop((stop + 1) % stops.length);
          wasDragged.current = false;
        }}
      />
      <div className={styles['content']}>{children}</div>
    </section>
  );
}
