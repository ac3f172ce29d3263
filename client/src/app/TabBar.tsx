import { en } from '../i18n/en.ts';
import { useActions, useExplorer } from '../runtime/hooks.tsx';
import { Icon } from '../ui/Icon.tsx';

import styles from './TabBar.module.css';

const tabs = [
  { view: 'graph', label: en.shell.views.graph, icon: 'network' },
  { view: 'article', label: en.shell.views.article, icon: 'book-open' },
] as const;

/** The views, at the thumb. */
export function TabBar() {
  const current = useExplorer((state) => state.view);
  const actions = useActions();
  return (
    <nav className={styles['tabs']} aria-label={en.shell.views.label}>
      {tabs.map(({ view, label, icon }) => (
        <button
          key={view}
          type="button"
          aria-current={view === current ? 'page' : undefined}
          onClick={() => actions.showView(view)}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </nav>
  );
}
