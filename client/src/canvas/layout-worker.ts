import type { LayoutOrder, LayoutReply } from './layout-messages.ts';
import type { Places } from './layout/layout.ts';
import { withRows } from './layout/rows.ts';
import { layouts } from './layouts.ts';

declare const self: DedicatedWorkerGlobalScope;

/** At most ten pictures a second on the way: each costs the page a redraw. */
const progressIntervalMs = 100;

self.addEventListener('message', (event: MessageEvent<LayoutOrder>) => {
  const { version, task } = event.data;
  const layout = layouts.find((candidate) => candidate.suits(task));
  if (layout === undefined) throw new Error(`No layout suits ${task.nodes.length} entities.`);
  let last = 0;
  const reply = (places: Places, done: boolean): void => {
    self.postMessage({ version, places, done } satisfies LayoutReply, [places.buffer]);
  };
  const places = withRows(layout, task, (onTheWay) => {
    const now = performance.now();
    if (now - last < progressIntervalMs) return;
    last = now;
    reply(onTheWay, false);
  });
  reply(places, true);
});
