/** Geometry on bare numbers, for loops that run millions of times: no objects are made. */

/** Whether the line a-b touches the box around (x, y) (slab method). */
// oxlint-disable-next-line max-params -- an object for each call would cost more than the test
export function lineHitsBox(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  let near = 0;
  let far = 1;
  if (Math.abs(dx) < 1e-9) {
    if (Math.abs(ax - x) > halfWidth) return false;
  } else {
    const one = (x - halfWidth - ax) / dx;
    const two = (x + halfWidth - ax) / dx;
    near = Math.max(near, Math.min(one, two));
    far = Math.min(far, Math.max(one, two));
    if (near > far) return false;
  }
  if (Math.abs(dy) < 1e-9) return Math.abs(ay - y) <= halfHeight;
  const three = (y - halfHeight - ay) / dy;
  const four = (y + halfHeight - ay) / dy;
  return Math.max(near, Math.min(three, four)) <= Math.min(far, Math.max(three, four));
}

/** Whether the lines a-b and c-d cross inside both. */
// oxlint-disable-next-line max-params -- as above
export function linesCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const abx = bx - ax;
  const aby = by - ay;
  const c = abx * (cy - ay) - aby * (cx - ax);
  const d = abx * (dy - ay) - aby * (dx - ax);
  if (c > 0 === d > 0) return false;
  const cdx = dx - cx;
  const cdy = dy - cy;
  const a = cdx * (ay - cy) - cdy * (ax - cx);
  const b = cdx * (by - cy) - cdy * (bx - cx);
  return a > 0 !== b > 0;
}

/** Distance of (x, y) from the line a-b, squared. */
// oxlint-disable-next-line max-params -- as above
export function distanceSquared(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const part = along < 0 ? 0 : along > 1 ? 1 : along;
  const px = ax + dx * part - x;
  const py = ay + dy * part - y;
  return px * px + py * py;
}
