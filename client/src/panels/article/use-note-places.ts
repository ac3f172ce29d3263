import { useLayoutEffect, type RefObject } from 'react';

import type { Mark } from './marks.ts';
import { stackNotes } from './stack-notes.ts';

const gap = 2;
/** The room beside the title. */
const headroom = 90;

/**
 * Puts each note beside the first line of its quote. `column` holds text and notes; it is measured again
 * when its size changes, when another note is looked at and when the fonts have come.
 */
export function useNotePlaces(
  column: RefObject<HTMLElement | null>,
  { marks, selected }: { readonly marks: readonly Mark[]; readonly selected: string | null },
): void {
  useLayoutEffect(() => {
    const box = column.current;
    if (!box) return;
    const place = () => placeNotes(box, selected);
    const observer = new ResizeObserver(place);
    observer.observe(box);
    void document.fonts.ready.then(place);
    return () => observer.disconnect();
  }, [column, marks, selected]);
}

/** Measures and moves without another render: places follow from the text as it is laid out. */
function placeNotes(box: HTMLElement, selected: string | null): void {
  const top = box.getBoundingClientRect().top;
  const notes = [...box.querySelectorAll<HTMLElement>('[data-note]')];
  const list = notes[0]?.parentElement;
  box.style.minHeight = '';
  if (list) {
    delete list.dataset['dense'];
    const whole = notes.reduce((sum, note) => sum + note.offsetHeight + gap, 0);
    if (whole > box.offsetHeight + headroom) list.dataset['dense'] = '';
  }
  const wishes = notes.map((note) => {
    const start = box.querySelector(`[data-start~="${CSS.escape(note.dataset['note'] ?? '')}"]`);
    const line = start?.getClientRects()[0];
    return { note, top: line ? line.top - top + 6 : 0, left: line?.left ?? 0, height: note.offsetHeight };
  });
  wishes.sort((a, b) => a.top - b.top || a.left - b.left);
  const anchor = wishes.findIndex(({ note }) => note.dataset['note'] === `${selected}#0`);
  const places = stackNotes(wishes, { gap, headroom, anchor: anchor < 0 ? null : anchor });
  wishes.forEach(({ note }, index) => {
    note.style.top = `${places[index] ?? 0}px`;
  });
  const last = wishes.at(-1);
  box.style.minHeight = last ? `${(places.at(-1) ?? 0) + last.height + gap}px` : '';
}
