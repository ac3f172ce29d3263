import { useEffect, useState } from 'react';

import type { EntityRecord, NeighborCount } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import type { ExpandChoice } from '../../runtime/explorer-state.ts';
import { useActions, useExplorer, useQueries } from '../../runtime/hooks.tsx';
import { MenuAt, MenuFoot, MenuHead, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { expansionRows } from './expansion-rows.ts';

const words = en.panels.expandMenu;

type Counts =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'found'; readonly counts: readonly NeighborCount[] };

function useNeighborCounts(id: string): Counts {
  const queries = useQueries();
  const [counts, setCounts] = useState<Counts>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    queries.neighborCounts(id, abort.signal).then(
      (found) => setCounts({ kind: 'found', counts: found }),
      () => !abort.signal.aborted && setCounts({ kind: 'failed' }),
    );
    return () => abort.abort();
  }, [id, queries]);
  return counts;
}

interface ExpandMenuProps {
  readonly id: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What an entity is tied to, what of it is here, and what an expansion would bring, before the click. */
export function ExpandMenu({ id, at, onClose }: ExpandMenuProps) {
  const entity = useExplorer((state) => state.entities.get(id));
  const hidden = useExplorer(
    (state) => state.scene.nodes.find((node) => node.id === id)?.hiddenNeighbors ?? 0,
  );
  const counts = useNeighborCounts(id);
  const actions = useActions();
  if (!entity) return null;
  const expand = (choice?: ExpandChoice) => void actions.expand(id, choice);
  const known = counts.kind === 'found' ? counts.counts.reduce((sum, { count }) => sum + count, 0) : null;
  return (
    <MenuAt at={at} label={words.title(entity.name)} onClose={onClose}>
      <MenuHead
        glyph={<EntityGlyph type={entity.type} anonymous={entity.anonymous} />}
        title={words.title(entity.name)}
        detail={
          known === null
            ? words.loading
            : words.counts(known, entity.neighborCount, entity.neighborCount - hidden)
        }
      />
      <MenuSeparator />
      {hidden > 0 ? (
        <MenuItem icon="plus" detail={words.ofNew(Math.min(hidden, 25), hidden)} onClick={() => expand()}>
          <strong>{words.everything}</strong>
        </MenuItem>
      ) : (
        <MenuFoot>{words.nothing}</MenuFoot>
      )}
      <MenuSeparator />
      {counts.kind === 'failed' && <MenuFoot>{words.failed}</MenuFoot>}
      {counts.kind === 'found' && <Rows entity={entity} counts={counts.counts} onExpand={expand} />}
      {hidden > 0 && (
        <>
          <MenuSeparator />
          <MenuItem icon="sliders-horizontal" onClick={() => expand({ statuses: ['ASSERTED', 'REPORTED'] })}>
            {words.supported}
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      <MenuFoot>{words.foot}</MenuFoot>
    </MenuAt>
  );
}

interface RowsProps {
  readonly entity: EntityRecord;
  readonly counts: readonly NeighborCount[];
  readonly onExpand: (choice: ExpandChoice) => void;
}

function Rows({ entity, counts, onExpand }: RowsProps) {
  const entities = useExplorer((state) => state.entities);
  const relations = useExplorer((state) => state.relations);
  const edges = useExplorer((state) => state.scene.edges);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const drawn = edges.flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []));
  return expansionRows(entity.id, { counts, drawn, entities, vocabulary }).map((row) => (
    <MenuItem
      key={`${row.relationType} ${row.entityType} ${row.caption}`}
      glyph={<EntityGlyph type={row.entityType} radius={8} />}
      detail={row.fresh > 0 ? words.fresh(row.fresh) : words.here(row.known)}
      disabled={row.fresh === 0}
      onClick={() => onExpand({ relationTypes: [row.relationType], entityTypes: [row.entityType] })}
    >
      {row.caption} <strong>{row.entityLabel}</strong>
    </MenuItem>
  ));
}
