/** What is drawn at a number of elements; the bigger the picture, the plainer. */
export interface Band {
  readonly name: 'full' | 'reduced' | 'plain';
  /** Captions of all lines; otherwise those of lines that are selected, hovered or next to such an entity. */
  readonly captions: boolean;
  readonly icons: boolean;
  /** Straight lines without a bend: cheaper to draw, and parallel ones lie on each other. */
  readonly plainLines: boolean;
  /** Labels of all entities; otherwise of as many as do not lie on each other, the biggest first. */
  readonly labels: boolean;
}

/** Elements from which one drawn pixel is one pixel of the page, also on dense displays. */
export const coarsePixelsFrom = 1000;

/** The rule for so many entities and lines together. Thresholds come from measured drawing times. */
export function bandFor(elements: number): Band {
  if (elements <= 600) {
    return { name: 'full', captions: true, icons: true, plainLines: false, labels: true };
  }
  if (elements <= 2500) {
    return { name: 'reduced', captions: false, icons: true, plainLines: false, labels: false };
  }
  return { name: 'plain', captions: false, icons: false, plainLines: true, labels: false };
}
