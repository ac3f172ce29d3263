import { useLayoutEffect, useRef } from 'react';

import { en } from '../i18n/en.ts';
import { LegendPanel } from '../panels/legend/LegendPanel.tsx';
import { IconButton } from '../ui/IconButton.tsx';

import styles from './LegendDrawer.module.css';

/** The legend over the canvas, where there is no room beside it. Escape and the cross close it. */
export function LegendDrawer({ onClose }: { readonly onClose: () => void }) {
  const drawer = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = drawer.current;
    dialog?.show();
    // Gives the keyboard back to what opened it, as long as it is still in the page.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={drawer}
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
