import { fontFamilies, typeScale } from '../ui/tokens.ts';
import { marksFamily } from './style/marks.ts';

/** Widest line of a label in pixels at zoom 1; longer names are broken, and cut after two lines. */
const labelMaxWidth = 120;
const labelMaxLines = 2;

const family = `"${marksFamily}", ${fontFamilies.sans}`;

export const canvasText = {
  label: `${typeScale.nodeLabel.weight} ${typeScale.nodeLabel.size}px ${family}`,
  labelOpen: `italic ${typeScale.nodeLabelOpen.weight} ${typeScale.nodeLabelOpen.size}px ${family}`,
  caption: `${typeScale.edgeCaption.weight} ${typeScale.edgeCaption.size}px ${family}`,
  captionStrong: `${typeScale.edgeCaptionSelected.weight} ${typeScale.edgeCaptionSelected.size}px ${family}`,
} as const;

export type CanvasText = keyof typeof canvasText;

const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** Width in pixels at zoom 1. Correct once the fonts are there. */
export function textWidth(text: string, style: CanvasText): number {
  const key = `${style}\n${text}`;
  const width = known.get(key);
  if (width !== undefined) return width;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 6;
  context.font = canvasText[style];
  const measured = context.measureText(text).width;
  known.set(key, measured);
  return measured;
}

function cut(text: string, style: CanvasText): string {
  if (textWidth(text, style) <= labelMaxWidth) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, style) > labelMaxWidth) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Splits a name into at most two lines, as equal as its words allow. */
export function wrapLabel(name: string, style: CanvasText): Label {
  const words = name.split(/\s+/).filter((word) => word.length > 0);
  let lines = [words.join(' ')];
  if (textWidth(lines[0] ?? '', style) > labelMaxWidth && words.length > 1) {
    const splits = words.slice(1).map((_, index) => {
      const pair = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')] as const;
      return { pair, widest: Math.max(textWidth(pair[0], style), textWidth(pair[1], style)) };
    });
    const best = splits.reduce((a, b) => (b.widest < a.widest ? b : a));
    // Where no split fits, the first line is filled and the rest cut, so that the name is read from its start.
    const fitting = splits.filter((split) => textWidth(split.pair[0], style) <= labelMaxWidth).at(-1);
    lines = [...(best.widest <= labelMaxWidth ? best : (fitting ?? best)).pair];
  }
  lines = lines.slice(0, labelMaxLines).map((line) => cut(line, style));
  return {
    lines,
    width: Math.max(...lines.map((line) => textWidth(line, style))),
    height: lines.length * typeScale.nodeLabel.line,
  };
}
