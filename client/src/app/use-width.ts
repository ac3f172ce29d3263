import { useSyncExternalStore } from 'react';

/** How much room there is: three columns, two and a rail, or one. */
export type Width = 'wide' | 'middle' | 'narrow';

const wide = '(min-width: 1280px)';
const middle = '(min-width: 768px)';

function current(): Width {
  if (matchMedia(wide).matches) return 'wide';
  return matchMedia(middle).matches ? 'middle' : 'narrow';
}

function subscribe(onChange: () => void): () => void {
  const queries = [wide, middle].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

/** The class of the window's width; the style sheets break at the same places. */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, current);
}
