import { useState } from 'react';

import { en } from '../../i18n/en.ts';
import type { Scene } from '../../state/scene.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

function count(ids: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...ids].filter((id) => !others.has(id)).length;
}

/** What came and went between two scenes, in words; empty where nothing did. */
function changeInWords(before: Scene, after: Scene): string {
  const [oldNodes, newNodes] = [before, after].map((scene) => new Set(scene.nodes.map((node) => node.id)));
  const [oldEdges, newEdges] = [before, after].map((scene) => new Set(scene.edges.map((edge) => edge.id)));
  if (!oldNodes || !newNodes || !oldEdges || !newEdges) return '';
  const added = [count(newNodes, oldNodes), count(newEdges, oldEdges)] as const;
  const removed = [count(oldNodes, newNodes), count(oldEdges, newEdges)] as const;
  const words = en.canvas.announce;
  return [
    added[0] + added[1] > 0 ? words.added(...added) : '',
    removed[0] + removed[1] > 0 ? words.removed(...removed) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says what an action brought to the graph or took from it. */
export function Announcements({ scene }: { readonly scene: Scene }) {
  const [said, setSaid] = useState({ scene, text: '' });
  if (said.scene !== scene) {
    const text = changeInWords(said.scene, scene);
    setSaid({ scene, text: text === '' ? said.text : text });
  }
  return (
    <VisuallyHidden>
      <output>{said.text}</output>
    </VisuallyHidden>
  );
}
