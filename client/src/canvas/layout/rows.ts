import type { Layout, LayoutNode, LayoutTask, Places } from './layout.ts';

const rowGap = { x: 24, y: 26, above: 44 };

function size(node: LayoutNode): { width: number; height: number } {
  return {
    width: Math.max(2 * node.halfWidth, node.labelWidth),
    height: 2 * node.halfHeight + 5 + node.labelHeight,
  };
}

/** Entities without a line, side by side in rows of so much width, from (0, 0) down. */
function inRows(
  nodes: readonly LayoutNode[],
  width: number,
): { at: { x: number; y: number }[]; height: number } {
  const at: { x: number; y: number }[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const node of nodes) {
    const own = size(node);
    if (x > 0 && x + own.width > width) {
      y += rowHeight + rowGap.y;
      [x, rowHeight] = [0, 0];
    }
    at.push({ x: x + own.width / 2, y: y + node.halfHeight });
    x += own.width + rowGap.x;
    rowHeight = Math.max(rowHeight, own.height);
  }
  return { at, height: nodes.length === 0 ? 0 : y + rowHeight + rowGap.above };
}

interface Cover {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

function coverOf(nodes: readonly LayoutNode[], places: Places): Cover {
  return nodes.reduce<Cover>(
    (cover, node, i) => {
      const half = size(node).width / 2;
      const x = places[2 * i] ?? 0;
      const bottom = (places[2 * i + 1] ?? 0) + node.halfHeight + 5 + node.labelHeight;
      return {
        left: Math.min(cover.left, x - half),
        right: Math.max(cover.right, x + half),
        bottom: Math.max(cover.bottom, bottom),
      };
    },
    { left: Infinity, right: -Infinity, bottom: -Infinity },
  );
}

/**
 * Lays out what is linked with the given layout, and puts new entities without any line into tidy rows beneath it:
 * forces would only push them about.
 */
export function withRows(layout: Layout, task: LayoutTask, progress: (places: Places) => void): Places {
  const linked = new Set(task.lines.flatMap((line) => [line.source, line.target]));
  const loose = task.nodes.flatMap((node, i) => (linked.has(i) || node.fixed ? [] : [i]));
  if (loose.length === 0) return layout.run(task, progress);
  const rest = task.nodes.flatMap((_, i) => (loose.includes(i) ? [] : [i]));
  const newIndex = new Map(rest.map((old, index) => [old, index]));
  const looseNodes = loose.flatMap((i) => task.nodes[i] ?? []);
  const { height } = inRows(looseNodes, task.width);
  const inner: LayoutTask = {
    ...task,
    nodes: rest.flatMap((i) => task.nodes[i] ?? []),
    lines: task.lines.map((line) => ({
      ...line,
      source: newIndex.get(line.source) ?? 0,
      target: newIndex.get(line.target) ?? 0,
    })),
    height: Math.max(task.height / 2, task.height - height),
  };

  function whole(places: Places): Places {
    const cover = coverOf(inner.nodes, places);
    const alone = rest.length === 0;
    const left = alone ? 0 : cover.left;
    const width = alone ? task.width : Math.max(cover.right - cover.left, 200);
    const top = alone ? 0 : cover.bottom + rowGap.above;
    const rows = inRows(looseNodes, width);
    const all = new Float64Array(task.nodes.length * 2);
    rest.forEach((i, index) => all.set([places[2 * index] ?? 0, places[2 * index + 1] ?? 0], 2 * i));
    loose.forEach((i, index) => {
      const at = rows.at[index];
      all.set([left + (at?.x ?? 0), top + (at?.y ?? 0)], 2 * i);
    });
    return all;
  }

  return whole(layout.run(inner, (places) => progress(whole(places))));
}
