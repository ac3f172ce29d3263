import { en } from '../i18n/en.ts';
import { useExplorer } from '../runtime/hooks.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

import styles from './Screens.module.css';

const words = en.shell.states;

/** Outlines at the places to come. */
export function Starting() {
  return (
    <div className={styles['screen']}>
      <EmptyState title={words.starting} text={words.startingDetail}>
        <svg viewBox="0 0 430 200" className={styles['outlines']} aria-hidden="true">
          <path d="M70 60 190 40 300 90 120 150 250 170 360 150" fill="none" />
          <circle cx="70" cy="60" r="16" />
          <path d="M208 40l-9 15.600h-18l-9-15.600 9-15.600h18z" />
          <rect x="286" y="76" width="28" height="28" rx="4" />
          <rect x="107" y="137" width="26" height="26" rx="4" transform="rotate(45 120 150)" />
          <circle cx="250" cy="170" r="16" />
          <rect x="338" y="137" width="44" height="26" rx="13" />
        </svg>
      </EmptyState>
    </div>
  );
}

/** The server never answered: the explorer asks again by itself, and at once when told to. */
export function Unreachable() {
  const failure = useExplorer((state) => state.failure);
  const retry = failure?.retry;
  return (
    <div className={styles['screen']} role="alert">
      <EmptyState
        title={words.unreachable}
        text={words.unreachableText}
        actions={
          retry && (
            <Button look="primary" onClick={retry}>
              {words.retry}
            </Button>
          )
        }
      >
        {failure?.reference && <p className={styles['reference']}>{failure.reference}</p>}
      </EmptyState>
    </div>
  );
}
