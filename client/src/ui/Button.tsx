import type { ComponentPropsWithRef } from 'react';

import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

import styles from './Button.module.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'primary' | 'plain' | 'link';
  readonly icon?: IconName;
}

/** A button with words, verb first. */
export function Button({ look = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cx(styles['button'], look !== 'plain' && styles[look], className)}
      {...rest}
    >
      {icon && <Icon name={icon} size={15} />}
      {children}
    </button>
  );
}
