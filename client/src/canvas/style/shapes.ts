import type { Family } from '../../api/graph.ts';

/** Half size of an entity in pixels at zoom 1: more relations on screen, a bigger shape. */
export function halfSize(degree: number): number {
  if (degree >= 8) return 23;
  if (degree >= 5) return 20;
  return degree >= 3 ? 17 : 15;
}

export interface Shape {
  /** Name in cytoscape. */
  readonly name: 'ellipse' | 'round-rectangle' | 'round-hexagon' | 'round-diamond';
  /** Width and height as multiples of the half size, chosen so that the areas look equal. */
  readonly width: number;
  readonly height: number;
  /** As a multiple of the half size. */
  readonly cornerRadius: number;
  /** Form of the halo of a selected entity, of which the library knows two. */
  readonly halo: 'ellipse' | 'round-rectangle';
  /** Width of the icon as a multiple of the half size. */
  readonly icon: number;
}

/** Each family has its own shape, so that it is told in grey print. */
export const shapes: Readonly<Record<Family, Shape>> = {
  people: { name: 'ellipse', halo: 'ellipse', width: 2, height: 2, cornerRadius: 0, icon: 1.22 },
  bodies: {
    name: 'round-rectangle',
    halo: 'round-rectangle',
    width: 1.8,
    height: 1.8,
    cornerRadius: 0.26,
    icon: 1.22,
  },
  places: {
    name: 'round-hexagon',
    halo: 'ellipse',
    width: 2.2,
    height: 1.96,
    cornerRadius: 0.12,
    icon: 1.22,
  },
  happenings: {
    name: 'round-diamond',
    halo: 'ellipse',
    width: 2.5,
    height: 2.5,
    cornerRadius: 0.2,
    icon: 1.14,
  },
  things: {
    name: 'round-rectangle',
    halo: 'round-rectangle',
    width: 2.76,
    height: 1.72,
    cornerRadius: 0.86,
    icon: 1.16,
  },
};

/** Where the pill with hidden neighbours sits, as a multiple of the half size right of and above the middle. */
export const pillOffset = 0.84;
