export type Theme = 'light' | 'dark';

const key = 'claimgraph.theme';

/** The theme that the user chose on this device, else that of the system. */
export function rememberedTheme(): Theme {
  const remembered = readStorage();
  if (remembered === 'light' || remembered === 'dark') return remembered;
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
    ? 'dark'
    : 'light';
}

/** Keeps the user's choice where the browser allows it; without storage it holds for this page. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage may be absent, full or forbidden: the choice then ends with the page.
  }
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
