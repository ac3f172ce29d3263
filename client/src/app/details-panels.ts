import type { ComponentType } from 'react';

import { EntityPanel } from '../panels/entity/EntityPanel.tsx';
import { EvidencePanel } from '../panels/evidence/EvidencePanel.tsx';
import { MultiPanel } from '../panels/multi/MultiPanel.tsx';
import { OverviewPanel } from '../panels/overview/OverviewPanel.tsx';
import type { Selection } from '../runtime/explorer-state.ts';

/** A panel on the right and the selections it is for. */
export interface DetailsPanel {
  readonly id: string;
  readonly when: (selection: Selection) => boolean;
  readonly Component: ComponentType;
}

/** Panels on the right: the first that fits the selection is shown. */
export const detailsPanels: readonly DetailsPanel[] = [
  {
    id: 'multi',
    when: ({ entities, edges }) => entities.length + edges.length > 1,
    Component: MultiPanel,
  },
  { id: 'evidence', when: ({ primary }) => primary?.kind === 'edge', Component: EvidencePanel },
  { id: 'entity', when: ({ primary }) => primary?.kind === 'entity', Component: EntityPanel },
  { id: 'overview', when: () => true, Component: OverviewPanel },
];
