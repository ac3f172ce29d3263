import type { CommandGroup } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { en } from '../i18n/en.ts';
import { keyWords } from '../panels/base/command-lookup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';

import styles from './HelpDialog.module.css';

const groups: readonly CommandGroup[] = ['selection', 'evidence', 'canvas', 'steps', 'view'];

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key and gesture, made from the commands themselves. */
export function HelpDialog({ open, onClose }: HelpDialogProps) {
  const words = en.shell.help;
  return (
    <Dialog open={open} title={words.title} close={{ label: words.close, onClose }}>
      <div className={styles['columns']}>
        <section>
          <h3>{words.gestures}</h3>
          <dl>
            {words.rows.map(({ what, how }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map((group) => (
          <section key={group}>
            <h3>{en.commands.groups[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.title}</dt>
                    <dd>
                      <Kbd>{keyWords(command) ?? ''}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['hint']}>{words.plain}</p>
    </Dialog>
  );
}
