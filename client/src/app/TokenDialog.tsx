import { type SubmitEvent, useId, useSyncExternalStore } from 'react';

import type { Access } from '../api/access.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

import styles from './TokenDialog.module.css';

/** Asks for the token that the server wants, as long as it wants one: nothing can be fetched without it. */
export function TokenDialog({ access }: { readonly access: Access }) {
  const words = en.shell.token;
  const question = useSyncExternalStore(access.subscribe, access.question);
  const id = useId();
  const refused = question === 'refused';
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string') access.give(token);
  };
  return (
    <Dialog open={question !== null} title={words.title}>
      <form className={styles['form']} onSubmit={submit}>
        <label htmlFor={`${id}-token`}>{words.label}</label>
        <input
          id={`${id}-token`}
          name="token"
          type="password"
          autoComplete="off"
          required
          className={styles['input']}
          aria-invalid={refused}
          aria-describedby={`${id}-hint`}
        />
        <p
          id={`${id}-hint`}
          className={styles[refused ? 'refused' : 'hint']}
          role={refused ? 'alert' : undefined}
        >
          {refused ? words.refused : words.hint}
        </p>
        <Button type="submit" look="primary" className={styles['open']}>
          {words.open}
        </Button>
      </form>
    </Dialog>
  );
}
