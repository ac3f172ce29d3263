import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/source-sans-3';

import '@fontsource-variable/source-sans-3/wght-italic.css';
import { trustOwnScripts } from '../../client/src/app/trusted-types.ts';
import { GraphCanvas } from '../../client/src/canvas/GraphCanvas.tsx';

import '../../client/src/ui/base.css';
import { tokens } from '../../client/src/ui/tokens.ts';

trustOwnScripts();

/** Shows the canvas alone, with what the test sets; `window.canvas` is what a test drives and reads. */
const root = createRoot(document.getElementById('root'));
const gestures = [];
let props = {
  scene: { nodes: [], edges: [] },
  positions: {},
  selection: { primary: null, entities: [], edges: [] },
  theme: 'light',
  label: 'Test graph',
  describe: (target, id) => {
    const node = props.scene.nodes.find((candidate) => candidate.id === id);
    const edge = props.scene.edges.find((candidate) => candidate.id === id);
    return target === 'entity'
      ? { title: node?.name ?? id, detail: `${node?.typeLabel}, ${node?.degree} relations here` }
      : { title: edge?.caption ?? id, detail: (edge?.status ?? 'no status').toLowerCase() };
  },
  onGesture: (gesture) => {
    gestures.push(gesture);
    if (gesture.kind === 'placed' || gesture.kind === 'moved') {
      show({ positions: { ...props.positions, ...gesture.positions } });
    }
  },
  onReady: (port) => {
    window.canvas.port = port;
  },
};

function show(changes) {
  props = { ...props, ...changes };
  for (const [name, value] of Object.entries(tokens[props.theme].color)) {
    document.documentElement.style.setProperty(`--${name}`, value);
  }
  root.render(createElement(GraphCanvas, props));
}

window.canvas = {
  show,
  gestures,
  port: null,
  props: () => props,
  /** The drawing library hangs its instance on its container. */
  cy: () => document.querySelector('.__________cytoscape_container')?._cyreg?.cy ?? null,
};
show({});
