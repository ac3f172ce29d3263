import { tokens, type ThemeName } from './tokens.ts';

/** Shadow of what floats: the only shadow there is. */
const floatShadow: Readonly<Record<ThemeName, string>> = {
  light: '0 10px 28px rgb(20 24 27 / 14%), 0 1px 3px rgb(20 24 27 / 10%)',
  dark: '0 12px 32px rgb(0 0 0 / 55%)',
};

function customName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The colours of a theme as CSS custom properties: `onMarker` becomes `--on-marker`, a family `--people` and `--people-text`. */
export function customProperties(theme: ThemeName): ReadonlyMap<string, string> {
  const { color, family } = tokens[theme];
  return new Map([
    ...Object.entries(color).map(([name, value]): [string, string] => [customName(name), value]),
    ...Object.entries(family).flatMap(([name, { fill, text }]): [string, string][] => [
      [`--${name}`, fill],
      [`--${name}-text`, text],
    ]),
    ['--shadow', floatShadow[theme]],
  ]);
}

/** Puts a theme on the page. Set through the object model, which a strict content policy allows. */
export function applyTheme(root: HTMLElement, theme: ThemeName): void {
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
  for (const [name, value] of customProperties(theme)) root.style.setProperty(name, value);
}
