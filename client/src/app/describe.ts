import { en } from '../i18n/en.ts';
import type { ExplorerState } from '../runtime/explorer-state.ts';
import { relationSentence } from '../state/sentence.ts';

/** A relation as a sentence. */
export function sentenceOf(state: ExplorerState, relationId: string): string | null {
  const relation = state.relations.get(relationId);
  if (!relation) return null;
  const { source, caption, target } = relationSentence(relation, state);
  return `${source.name} ${caption} ${target.name}`;
}

/** The text of the tip beside what the pointer is on: what it is, and exact counts. */
export function describe(
  state: ExplorerState,
  { target, id }: { readonly target: 'entity' | 'edge'; readonly id: string },
): { readonly title: string; readonly detail: string } {
  if (target === 'entity') {
    const node = state.scene.nodes.find((each) => each.id === id);
    if (!node) return { title: id, detail: '' };
    return {
      title: node.name,
      detail: en.shell.tip.entity(node.typeLabel, node.degree, node.hiddenNeighbors),
    };
  }
  const edge = state.scene.edges.find((each) => each.id === id);
  if (!edge) return { title: id, detail: '' };
  const { word, meaning } = edge.status ? en.evidence.status[edge.status] : en.evidence.noStatus;
  const standing = edge.standing === 'DISPUTED' ? en.evidence.disputed : word;
  return {
    title: sentenceOf(state, id) ?? edge.caption,
    detail: en.shell.tip.relation(standing, edge.standing === 'DISPUTED' ? null : meaning, edge.claimCount),
  };
}
