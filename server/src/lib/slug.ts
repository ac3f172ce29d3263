import { foldText } from './fold-text.ts';

/** The id made of a name: letters and digits of ASCII, hyphens between, at most 80. */
export function slugOf(name: string): string {
  return foldText(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/gu, '');
}
