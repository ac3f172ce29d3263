import { useLayoutEffect, useRef } from 'react';

import { en } from '../i18n/en.ts';
import { LegendPanel } from '../panels/legend/LegendPanel.tsx';
import { IconButton } from '../ui/IconButton.tsx';

import styles from './LegendDrawer.module.css';

/** The legend over the canvas, where there is no room beside it. Escape and the cross close it, and the keyboard is back where it was. */
export function LegendDrawer({ onClose }: { readonly onClose: () => void }) {
  const drawer = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = drawer.current;
    dialog?.show();
    // Not on the cross, whose tip would take the first Escape for itself.
    dialog?.focus();
    return () => {
      if (opener instanceof HTMLElement && dialog?.contains(document.activeElement)) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={drawer}
      tabIndex={-1}
      className={styles['drawer']}
      aria-label={en.panels.legend.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles['head']}>
        <h2>{en.shell.legend}</h2>
        <IconButton icon="x" label={en.shell.closeLegend} small onClick={onClose} />
      </div>
      <div className={styles['content']}>
        <LegendPanel />
      </div>
    </dialog>
  );
}
