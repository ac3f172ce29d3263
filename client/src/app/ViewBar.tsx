import { en } from '../i18n/en.ts';
import { useLegend } from '../panels/base/use-legend.ts';
import { useActions, useExplorer } from '../runtime/hooks.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Counts } from './Counts.tsx';
import { filterChips, type FilterChip } from './filter-chips.ts';
import { useWidth } from './use-width.ts';

import styles from './ViewBar.module.css';

const views = [
  { value: 'graph', label: en.shell.views.graph, icon: 'network' },
  { value: 'article', label: en.shell.views.article, icon: 'book-open' },
] as const;

/** Which view, how much of the whole is in it, what is switched off, how close it is. */
export function ViewBar({ onLegend }: { readonly onLegend: () => void }) {
  const view = useExplorer((state) => state.view);
  const actions = useActions();
  const narrow = useWidth() === 'narrow';
  const chips = useFilterChips();
  const empty = useExplorer((state) => state.scene.nodes.length === 0);
  return (
    <div className={styles['bar']}>
      {!narrow && (
        <Segmented
          label={en.shell.views.label}
          value={view}
          options={views}
          onChange={(next) => actions.showView(next)}
        />
      )}
      {empty ? <span className={styles['room']} /> : <Counts short={chips.length > 0} />}
      <Chips chips={chips} />
      {narrow ? (
        <Button icon="funnel" className={styles['legend']} onClick={onLegend}>
          {en.shell.legend}
        </Button>
      ) : (
        !empty && <Zoom />
      )}
    </div>
  );
}

function useFilterChips(): readonly FilterChip[] {
  const filters = useExplorer((state) => state.investigation.filters);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const legend = useLegend();
  return filterChips(filters, { legend, vocabulary });
}

function Chips({ chips }: { readonly chips: readonly FilterChip[] }) {
  const filters = useExplorer((state) => state.investigation.filters);
  const actions = useActions();
  if (chips.length === 0) return null;
  return (
    <div className={styles['chips']}>
      {chips.map(({ block, key, label, claims }) => (
        <Chip
          key={`${block} ${key}`}
          kind={en.shell.chips[block]}
          text={en.shell.chips.off(label, claims)}
          removeLabel={en.shell.chips.remove(label)}
          onRemove={() =>
            actions.setFilters({ ...filters, [block]: filters[block].filter((each) => each !== key) })
          }
        />
      ))}
    </div>
  );
}

function Zoom() {
  const zoom = useExplorer((state) => state.zoom);
  const actions = useActions();
  return (
    <div className={styles['zoom']}>
      <IconButton
        icon="minus"
        label={en.commands.zoomOut}
        keys="-"
        small
        onClick={() => actions.zoomBy(0.8)}
      />
      <span>{en.shell.zoom(Math.round(zoom * 100))}</span>
      <IconButton
        icon="plus"
        label={en.commands.zoomIn}
        keys="+"
        small
        onClick={() => actions.zoomBy(1.25)}
      />
      <IconButton icon="maximize" label={en.commands.fit} keys="F" small onClick={() => actions.fit()} />
    </div>
  );
}
