import type { ComponentPropsWithRef } from 'react';

import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Tooltip } from './Tooltip.tsx';

import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly icon: IconName;
  /** Accessible name, and the tip. */
  readonly label: string;
  /** Key that does the same, shown in the tip. */
  readonly keys?: string;
  readonly small?: boolean;
  /** Stays in the tab order, so that a listener learns why nothing happens. */
  readonly unavailable?: boolean;
}

/** A button that is a picture; its name is in the tip and for those who listen. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    keys,
    small = false,
    unavailable = false,
    onClick,
    className,
    children,
    ...rest
  } = props;
  return (
    <Tooltip text={keys ? `${label}  ${keys}` : label}>
      <button
        type="button"
        aria-label={label}
        aria-disabled={unavailable || undefined}
        className={cx(styles['button'], small && styles['small'], className)}
        onClick={unavailable ? undefined : onClick}
        {...rest}
      >
        <Icon name={icon} size={small ? 14 : 16} />
        {children}
      </button>
    </Tooltip>
  );
}
