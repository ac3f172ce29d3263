import type { RefObject } from 'react';

import { en } from '../i18n/en.ts';
import { articleName } from '../panels/base/article-title.ts';
import { useCommandContext } from '../panels/base/command-context.ts';
import { commandsNamed, keyWords } from '../panels/base/command-lookup.ts';
import { CommandField } from '../panels/search/CommandField.tsx';
import { useExplorer } from '../runtime/hooks.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuItem } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Mark } from './Mark.tsx';
import { StepsButton } from './StepsButton.tsx';
import { useWidth } from './use-width.ts';

import styles from './TopBar.module.css';

interface TopBarProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Mark and title, the command field, and what concerns the whole investigation. */
export function TopBar({ inputRef }: TopBarProps) {
  const width = useWidth();
  const narrow = width === 'narrow';
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <Mark />
        {!narrow && <h1>{en.shell.product}</h1>}
        {!narrow && <Investigation />}
      </div>
      <div className={styles['search']}>
        <CommandField
          inputRef={inputRef}
          placeholder={width === 'wide' ? en.shell.searchPlaceholder : en.shell.searchPlaceholderShort}
        />
      </div>
      {narrow ? <ToolsMenu /> : <Tools />}
    </header>
  );
}

/** What the canvas is about: the article, or how many there are. */
function Investigation() {
  const articles = useExplorer((state) => state.articles);
  const steps = useExplorer((state) => state.steps);
  const opened = new Set(steps.flatMap((step) => (step.kind === 'open-article' ? [step.article] : [])));
  const [first, ...others] = articles.filter(({ id }) => opened.has(id));
  if (!first) return null;
  return (
    <p className={styles['investigation']} title={articleName(first)}>
      {articleName(first)}
      {others.length > 0 && ` ${en.shell.andMore(others.length)}`}
    </p>
  );
}

const themeIcons = { light: 'moon', dark: 'sun' } as const;

function Tools() {
  const context = useCommandContext();
  const theme = useExplorer((state) => state.theme);
  const button = (id: string) =>
    commandsNamed(id).map((command) => {
      const keys = keyWords(command);
      return (
        <IconButton
          key={id}
          icon={id === 'toggle-theme' ? themeIcons[theme] : command.icon}
          label={command.title}
          {...(keys && { keys })}
          unavailable={!command.when(context)}
          onClick={() => void command.run(context)}
        />
      );
    });
  return (
    <div className={styles['tools']} role="toolbar" aria-label={en.shell.topBar}>
      {button('undo')}
      {button('redo')}
      <StepsButton />
      <span className={styles['separator']} />
      {button('toggle-theme')}
      {button('help')}
    </div>
  );
}

function ToolsMenu() {
  const context = useCommandContext();
  return (
    <MenuButton icon="menu" label={en.shell.moreTools}>
      {commandsNamed('undo', 'redo', 'fit', 'arrange', 'toggle-theme', 'help').map((command) => (
        <MenuItem
          key={command.id}
          icon={command.icon}
          disabled={!command.when(context)}
          onClick={() => void command.run(context)}
        >
          {command.title}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
