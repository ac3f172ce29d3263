import { en } from '../i18n/en.ts';
import type { ExplorerState } from '../runtime/explorer-state.ts';
import { useExplorer } from '../runtime/hooks.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { sentenceOf } from './describe.ts';

const words = en.shell.announce;

/** The selection in one sentence for those who listen; empty when nothing is selected. */
function announcement(state: ExplorerState): string {
  const { primary, entities, edges } = state.selection;
  if (entities.length + edges.length > 1) {
    return words.selectedMany(en.panels.multi.detail(entities.length, edges.length));
  }
  if (primary?.kind === 'entity') {
    const node = state.scene.nodes.find(({ id }) => id === primary.id);
    return node ? words.selectedEntity(node.name, node.typeLabel, node.degree) : '';
  }
  const edge = primary && state.scene.edges.find(({ relationIds }) => relationIds.includes(primary.id));
  if (!edge || !primary) return '';
  const status = edge.status ? en.evidence.status[edge.status].word : en.evidence.noStatus.word;
  const known = edge.standing === 'DISPUTED' ? en.evidence.disputed : status;
  return words.selectedRelation(sentenceOf(state, primary.id) ?? edge.caption, known);
}

/** Says what was selected to those who cannot see it. */
export function Announcer() {
  const text = useExplorer(announcement);
  return (
    <VisuallyHidden>
      <output aria-live="polite">{text}</output>
    </VisuallyHidden>
  );
}
