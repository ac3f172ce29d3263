import { useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { ShellPort } from '../commands/command.ts';
import { en } from '../i18n/en.ts';
import { ArticlePanel } from '../panels/article/ArticlePanel.tsx';
import { ShellContext } from '../panels/base/command-context.ts';
import { LegendPanel } from '../panels/legend/LegendPanel.tsx';
import { useExplorer } from '../runtime/hooks.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { applyTheme } from '../ui/theme.ts';
import { Announcer } from './Announcer.tsx';
import { BottomSheet } from './BottomSheet.tsx';
import { CanvasRegion } from './CanvasRegion.tsx';
import { Details } from './Details.tsx';
import type { OpenMenu } from './gestures.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { Keyboard } from './Keyboard.tsx';
import { LegendDrawer } from './LegendDrawer.tsx';
import { Menus } from './Menus.tsx';
import { TabBar } from './TabBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useWidth } from './use-width.ts';
import { ViewBar } from './ViewBar.tsx';

import styles from './Shell.module.css';

/** The page: bars, legend, graph, details; in the article view the text beside the graph. */
export function Shell() {
  const input = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [legend, setLegend] = useState(false);
  const view = useExplorer((state) => state.view);
  const ready = useExplorer((state) => state.phase === 'ready');
  const width = useWidth();
  useTheme();
  const shell = useMemo<ShellPort>(
    () => ({
      focusSearch: () => input.current?.focus(),
      showHelp: () => setHelp(true),
      showExpandMenu: (id, at) => setMenu({ kind: 'expand', id, at: at ?? middleOf('[data-canvas]') }),
    }),
    [],
  );
  const narrow = width === 'narrow';
  const reading = view === 'article';
  const legendBeside = width === 'wide' && !reading;
  return (
    <ShellContext value={shell}>
      <Keyboard />
      <div className={styles['shell']} data-view={view}>
        <TopBar inputRef={input} />
        {!narrow && (
          <aside className={styles['legend']} aria-label={en.panels.legend.title}>
            {legendBeside ? (
              <LegendPanel />
            ) : (
              <div className={styles['rail']}>
                <IconButton
                  icon="layers"
                  label={en.shell.legend}
                  aria-expanded={legend}
                  onClick={() => setLegend(!legend)}
                />
              </div>
            )}
          </aside>
        )}
        <main className={styles['main']}>
          <ViewBar onLegend={() => setLegend(true)} />
          <div className={styles['canvas']} data-canvas>
            <CanvasRegion onMenu={setMenu} />
            {legend && !legendBeside && <LegendDrawer onClose={() => setLegend(false)} />}
            {narrow && ready && !reading && <Sheet />}
          </div>
        </main>
        {reading ? (
          <div className={styles['reading']}>
            <ArticlePanel />
          </div>
        ) : (
          !narrow && (
            <aside className={styles['details']} aria-label={en.shell.panelRegion}>
              {ready && <Details />}
            </aside>
          )
        )}
        {narrow && <TabBar />}
      </div>
      <Menus menu={menu} onClose={() => setMenu(null)} />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
      <Announcer />
    </ShellContext>
  );
}

/** On a small screen details come up when something is selected, and not before. */
function Sheet() {
  const selected = useExplorer(({ selection }) => selection.entities.length + selection.edges.length > 0);
  if (!selected) return null;
  return (
    <BottomSheet>
      <Details />
    </BottomSheet>
  );
}

function useTheme(): void {
  const theme = useExplorer((state) => state.theme);
  useLayoutEffect(() => applyTheme(document.documentElement, theme), [theme]);
}

/** Where a menu opens that is about nothing that is drawn. */
function middleOf(selector: string): { readonly x: number; readonly y: number } {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 4 };
}
