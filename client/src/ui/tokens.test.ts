import { describe, expect, it } from 'vitest';

import { customProperties } from './theme.ts';
import { tokens } from './tokens.ts';

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const { color, family } = tokens[theme];

  it('writes every text at 4.5 to 1 or more on each of its grounds', () => {
    const grounds = [color.canvas, color.surface, color.raised, color.sunk];
    const texts = [color.ink, color.ink2, color.ink3];
    for (const text of texts)
      for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.onMarker, color.marker)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.deny, color.denySoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.onDeny, color.deny)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.warn, color.warnSoft)).toBeGreaterThanOrEqual(4.5);
    for (const { text } of Object.values(family))
      expect(contrast(text, color.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it('draws every line and shape at 3 to 1 or more', () => {
    for (const line of [color.edge1, color.edge2, color.edge3, color.control, color.focus])
      expect(contrast(line, color.canvas)).toBeGreaterThanOrEqual(3);
    for (const { fill } of Object.values(family)) {
      expect(contrast(fill, color.canvas)).toBeGreaterThanOrEqual(3);
      expect(contrast(color.onNode, fill)).toBeGreaterThanOrEqual(3);
    }
  });

  it('names custom properties in the style sheet’s manner', () => {
    const properties = customProperties(theme);
    expect(properties.get('--on-marker')).toBe(color.onMarker);
    expect(properties.get('--people-text')).toBe(family.people.text);
  });
});
