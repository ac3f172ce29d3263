import { useExplorer } from '../runtime/hooks.tsx';
import { detailsPanels } from './details-panels.ts';

/** The panel that fits the selection. */
export function Details() {
  const selection = useExplorer((state) => state.selection);
  const panel = detailsPanels.find(({ when }) => when(selection));
  return panel ? <panel.Component key={panel.id} /> : null;
}
