import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

import { Icon } from './Icon.tsx';

import styles from './Dialog.module.css';
import iconButton from './IconButton.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Without it the window stays until it is not open any more. */
  readonly close?: { readonly label: string; readonly onClose: () => void };
  readonly children: ReactNode;
}

/** A window over the page. Escape closes it where it can be closed, and focus returns to where it was. */
export function Dialog({ open, title, close, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && close?.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={styles['popup']}>
          <header className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            {close && (
              <Base.Close aria-label={close.label} className={iconButton['button']}>
                <Icon name="x" />
              </Base.Close>
            )}
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
