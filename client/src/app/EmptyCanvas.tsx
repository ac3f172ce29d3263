import type { ReactNode } from 'react';

import type { Command } from '../commands/command.ts';
import { en } from '../i18n/en.ts';
import { useCommandContext } from '../panels/base/command-context.ts';
import { commandsNamed, keyWords } from '../panels/base/command-lookup.ts';
import { EntityGlyph } from '../panels/base/EntityGlyph.tsx';
import { useExplorer } from '../runtime/hooks.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';

import styles from './Screens.module.css';

const words = en.shell.states;

/** A canvas without entities is never blank: it asks, and offers ways to begin. */
export function EmptyCanvas() {
  const context = useCommandContext();
  const date = useExplorer((state) => state.articles.find(({ textHeld }) => textHeld)?.publishedAt);
  const articles = useExplorer((state) => state.articles.length);
  const entities = useExplorer((state) => state.storeTotals?.entities ?? 0);
  if (articles === 0 && entities === 0)
    return <EmptyState title={words.noArticles} text={words.noArticlesText} />;
  const starts: Readonly<Record<string, { title: string; detail: string; glyph: ReactNode }>> = {
    'open-article': {
      title: words.startArticle,
      detail: date ? en.panels.article.published(en.dateWords(date)) : '',
      glyph: <EntityGlyph type="Report" radius={8} />,
    },
    search: {
      title: words.startSearch,
      detail: words.startSearchDetail,
      glyph: <Icon name="search" />,
    },
    help: { title: words.startHelp, detail: words.startHelpDetail, glyph: <Icon name="circle-help" /> },
  };
  const start = (command: Command) => {
    const look = starts[command.id];
    const keys = keyWords(command);
    if (!look) return null;
    return (
      <button
        key={command.id}
        type="button"
        className={styles['start']}
        onClick={() => void command.run(context)}
      >
        {look.glyph}
        <span>
          {look.title}
          <small>{look.detail}</small>
        </span>
        {keys && <Kbd>{keys}</Kbd>}
      </button>
    );
  };
  return (
    <EmptyState title={words.question}>
      {commandsNamed(...Object.keys(starts))
        .filter((command) => command.when(context))
        .map(start)}
    </EmptyState>
  );
}
