import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

import { Icon } from './Icon.tsx';

import styles from './Dialog.module.css';
import iconButton from './IconButton.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page. Escape closes it, and focus returns to where it was. */
export function Dialog({ open, title, closeLabel, onClose, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={styles['popup']}>
          <header className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close aria-label={closeLabel} className={iconButton['button']}>
              <Icon name="x" />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
