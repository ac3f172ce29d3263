import { iconStrokes } from './icons.ts';
import { pillOffset } from './shapes.ts';

/** What is drawn on top of an entity's shape. Colours are hex. */
export interface NodeImage {
  readonly icon: string;
  readonly iconColor: string;
  /** Side of the icon in pixels at zoom 1. */
  readonly iconSize: number;
  readonly halfSize: number;
  /** Number in the pill; 0 draws none. */
  readonly hidden: number;
  readonly pinned: boolean;
  readonly ink: string;
  readonly surface: string;
  readonly control: string;
}

/**
 * Figures as strokes in a box of 6 by 9. An image has no access to the page's fonts, so that text in it would come in
 * whatever the system has.
 */
const figures: Readonly<Record<string, string>> = {
  '+': 'M.4 5.2H5.6M3 2.6V7.8',
  '0': 'M3 .6C1.3 .6 .6 2.2 .6 4.5S1.3 8.4 3 8.4S5.4 6.8 5.4 4.5S4.7 .6 3 .6Z',
  '1': 'M1.2 2.1L3.3 .7V8.4',
  '2': 'M.8 2.4C1 1.2 1.9 .6 3 .6C4.3 .6 5.2 1.4 5.2 2.7C5.2 4.4 3.2 5.6 .8 8.4H5.4',
  '3': 'M.9 1.9C1.3 1 2.1 .6 3 .6C4.3 .6 5.1 1.4 5.1 2.5C5.1 3.7 4.2 4.3 2.6 4.3C4.4 4.3 5.4 5 5.4 6.3C5.4 7.6 4.4 8.4 3 8.4C1.9 8.4 1 7.9 .6 7',
  '4': 'M4.2 8.4V.6L.5 5.9H5.7',
  '5': 'M5 .7H1.4L1 4.2C1.5 3.8 2.2 3.6 2.9 3.6C4.4 3.6 5.4 4.6 5.4 6C5.4 7.5 4.4 8.4 2.9 8.4C1.9 8.4 1.1 8 .7 7.3',
  '6': 'M4.8 1.2C4.3 .8 3.8 .6 3.2 .6C1.6 .6 .6 2.2 .6 4.8C.6 7.2 1.5 8.4 3 8.4C4.4 8.4 5.4 7.4 5.4 5.9C5.4 4.5 4.5 3.6 3.1 3.6C1.8 3.6 .9 4.4 .6 5.4',
  '7': 'M.6 .7H5.3C3.6 2.7 2.5 5.2 2.3 8.4',
  '8': 'M3 4.3C1.6 4.1 .9 3.4 .9 2.4C.9 1.3 1.7 .6 3 .6S5.1 1.3 5.1 2.4C5.1 3.4 4.4 4.1 3 4.3C1.4 4.5 .6 5.2 .6 6.3C.6 7.6 1.5 8.4 3 8.4S5.4 7.6 5.4 6.3C5.4 5.2 4.6 4.5 3 4.3Z',
  '9': 'M1.2 7.8C1.7 8.2 2.2 8.4 2.8 8.4C4.4 8.4 5.4 6.8 5.4 4.2C5.4 1.8 4.5 .6 3 .6C1.6 .6 .6 1.6 .6 3.1C.6 4.5 1.5 5.4 2.9 5.4C4.2 5.4 5.1 4.6 5.4 3.6',
};

const pillHeight = 16;
const figureWidth = 7.2;

function pillWidth(text: string): number {
  return Math.max(20, text.length * figureWidth + 8);
}

/** Text of the pill: from 100 on the exact number has no room and is in the tip. */
function pillText(hidden: number): string {
  return hidden > 99 ? '99+' : `+${hidden}`;
}

/** Half the side of the square that holds everything. */
export function imageHalfSize(image: Pick<NodeImage, 'halfSize' | 'hidden'>): number {
  return image.halfSize * pillOffset + pillWidth(pillText(image.hidden)) / 2 + 1;
}

/** Box of the pill, relative to the middle of the entity, in pixels at zoom 1. */
export function pillBox(half: number, hidden: number): { x: number; y: number; w: number; h: number } {
  const w = pillWidth(pillText(hidden));
  return { x: half * pillOffset - w / 2, y: -half * pillOffset - pillHeight / 2, w, h: pillHeight };
}

function pill(image: NodeImage): string {
  const text = pillText(image.hidden);
  const box = pillBox(image.halfSize, image.hidden);
  const start = box.x + (box.w - text.length * figureWidth) / 2 + 0.6;
  const strokes = text
    .split('')
    .map((letter, index) => {
      const x = start + index * figureWidth;
      return `<path transform="translate(${x} ${box.y + 3.5})" d="${figures[letter] ?? ''}"/>`;
    })
    .join('');
  return (
    `<rect x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" rx="8" fill="${image.surface}" stroke="${image.control}"/>` +
    `<g fill="none" stroke="${image.ink}" stroke-width="1.35" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`
  );
}

function pin(image: NodeImage): string {
  const at = image.halfSize * pillOffset;
  return (
    `<circle cx="${-at}" cy="${-at}" r="8" fill="${image.surface}" stroke="${image.control}"/>` +
    `<g transform="translate(${-at - 5.5} ${-at - 5.5}) scale(.458)" fill="none" stroke="${image.ink}" stroke-width="2.6" ` +
    `stroke-linecap="round" stroke-linejoin="round">${iconStrokes('pin')}</g>`
  );
}

const built = new Map<string, string>();

/** The image as a data URI; built once for each look. Sizes are in px because a viewBox alone is drawn at any size. */
export function nodeImage(image: NodeImage): string {
  const key = JSON.stringify(image);
  const known = built.get(key);
  if (known !== undefined) return known;
  const half = imageHalfSize(image);
  const scale = image.iconSize / 24;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * half}px" height="${2 * half}px" viewBox="${-half} ${-half} ${2 * half} ${2 * half}">` +
    `<g transform="scale(${scale}) translate(-12 -12)" fill="none" stroke="${image.iconColor}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${iconStrokes(image.icon)}</g>` +
    (image.hidden > 0 ? pill(image) : '') +
    (image.pinned ? pin(image) : '') +
    '</svg>';
  const uri = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  built.set(key, uri);
  return uri;
}
