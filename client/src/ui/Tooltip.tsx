import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  /** The control that the text is about; it carries its own accessible name. */
  readonly children: ReactElement;
}

/** A short text beside a hovered or focused control. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={styles['positioner']}>
          <Base.Popup className={styles['popup']}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
