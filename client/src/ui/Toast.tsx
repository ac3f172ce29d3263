import { useEffect, useRef } from 'react';

import { Icon } from './Icon.tsx';

import styles from './Toast.module.css';

interface ToastProps {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

const lifeMs = 6000;
const graceMs = 1000;

/** One line about what was just done. It goes by itself, but not from under the pointer or the focus. */
export function Toast({ text, action, closeLabel, onClose }: ToastProps) {
  const box = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    let timer = setTimeout(goUnlessHeld, lifeMs);
    function goUnlessHeld() {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(goUnlessHeld, graceMs);
      else onClose();
    }
    return () => clearTimeout(timer);
  }, [onClose, text]);
  return (
    <output ref={box} className={styles['toast']}>
      <span className={styles['text']}>{text}</span>
      {action && (
        <button type="button" className={styles['action']} onClick={action.run}>
          {action.label}
        </button>
      )}
      <button type="button" aria-label={closeLabel} className={styles['close']} onClick={onClose}>
        <Icon name="x" size={14} />
      </button>
    </output>
  );
}
