import { grouped } from './numbers.ts';
import type { Screen } from './screen.ts';

/** Longest list that is shown unless all is asked for. */
const longest = 5;

export interface ListView {
  readonly colors: Screen['colors'];
  /** Lists are shown whole. */
  readonly all: boolean;
}

/** Items in lines; of a long list the beginning, and how many there are besides. */
export function listed<T>(
  items: readonly T[],
  { all, colors }: ListView,
  linesOf: (item: T) => readonly string[],
): readonly string[] {
  const shown = all || items.length <= longest + 1 ? items : items.slice(0, longest);
  const rest = items.length - shown.length;
  const more = rest > 0 ? [colors.dim(`  ... and ${grouped(rest)} more (--all shows them)`)] : [];
  return [...shown.flatMap(linesOf), ...more];
}
