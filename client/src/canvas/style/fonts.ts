import { fontFamilies } from '../../ui/tokens.ts';
import { marksFamily } from './marks.ts';
import marksUrl from './marks.woff2?url';

/** The family list of everything written on the canvas. */
export const canvasFontFamily = `"${marksFamily}", ${fontFamilies.sans}`;

let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  const marksFont = new FontFace(marksFamily, `url(${marksUrl})`);
  document.fonts.add(marksFont);
  // Widths are measured and cached with what is there at the first draw, so every face that the canvas uses comes first.
  // A face that cannot be fetched falls back to the system's; the picture is drawn all the same.
  await Promise.allSettled([
    marksFont.load(),
    ...['600 12.5px', 'italic 500 12.5px', '400 11.5px', '600 11.5px'].map((font) =>
      document.fonts.load(`${font} ${fontFamilies.sans}`, 'Añ'),
    ),
  ]);
}

/** Resolves when text can be measured and drawn; the same promise for every caller. */
export function canvasFonts(): Promise<void> {
  loading ??= load();
  return loading;
}
