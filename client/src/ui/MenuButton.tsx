import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';

import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

import iconButton from './IconButton.module.css';
import styles from './Menu.module.css';

interface MenuButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that opens a menu below itself. */
export function MenuButton({ icon, label, children }: MenuButtonProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger aria-label={label} className={iconButton['button']}>
        <Icon name={icon} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} collisionPadding={8} className={styles['positioner']}>
          <Base.Popup className={styles['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
