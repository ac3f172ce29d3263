import { Component, type ReactNode } from 'react';

import { en } from '../i18n/en.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

import styles from './Screens.module.css';

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Stands in for the page when drawing it failed: what happened, what is safe, what to do. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const words = en.shell.states;
    return (
      <main className={styles['screen']}>
        <EmptyState
          title={words.crashed}
          text={words.crashedText}
          actions={
            <>
              <Button look="primary" onClick={() => location.reload()}>
                {words.reload}
              </Button>
              <Button onClick={() => void navigator.clipboard.writeText(error.stack ?? error.message)}>
                {words.copy}
              </Button>
            </>
          }
        />
      </main>
    );
  }
}
