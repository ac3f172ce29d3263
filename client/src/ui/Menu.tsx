import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';

import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

import styles from './Menu.module.css';

interface MenuAtProps {
  /** Place in CSS px of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens at a point, as after a right click. It closes on choice, Escape and a click outside. */
export function MenuAt({ at, label, onClose, children }: MenuAtProps) {
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          className={styles['positioner']}
        >
          <Base.Popup className={styles['popup']} aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  readonly icon?: IconName;
  /** Stands in the place of the icon. */
  readonly glyph?: ReactNode;
  readonly detail?: string | undefined;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, glyph, detail, disabled = false, onClick, children }: MenuItemProps) {
  return (
    <Base.Item className={styles['item']} disabled={disabled} onClick={onClick}>
      <span>{icon ? <Icon name={icon} size={15} /> : glyph}</span>
      <span>{children}</span>
      <span className={styles['detail']}>{detail}</span>
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles['separator']} />;
}

interface MenuHeadProps {
  readonly glyph: ReactNode;
  readonly title: string;
  readonly detail: string;
}

/** What the menu is about, above its items. */
export function MenuHead({ glyph, title, detail }: MenuHeadProps) {
  return (
    <div className={styles['head']}>
      <span>{glyph}</span>
      <span>
        <strong>{title}</strong>
        <small>{detail}</small>
      </span>
    </div>
  );
}

export function MenuFoot({ children }: { readonly children: ReactNode }) {
  return <div className={styles['foot']}>{children}</div>;
}
