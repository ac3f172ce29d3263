import { useEffect, useState } from 'react';

import { Icon } from './Icon.tsx';

import styles from './Toast.module.css';

interface ToastProps {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

const lifeMs = 6000;

/** One line about what was just done. It goes by itself, but not from under the pointer or the focus. */
export function Toast({ text, action, closeLabel, onClose }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, lifeMs);
    return () => clearTimeout(timer);
  }, [held, onClose, text]);
  return (
    <div
      role="status"
      className={styles['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles['text']}>{text}</span>
      {action && (
        <button type="button" className={styles['action']} onClick={action.run}>
          {action.label}
        </button>
      )}
      <button type="button" aria-label={closeLabel} className={styles['close']} onClick={onClose}>
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}
