import { useMemo } from 'react';

import { useExplorer } from '../../runtime/hooks.tsx';
import { legendOf, type Legend } from '../../state/legend.ts';

/** What is on the canvas, by kind. */
export function useLegend(): Legend {
  const investigation = useExplorer((state) => state.investigation);
  const entities = useExplorer((state) => state.entities);
  const relations = useExplorer((state) => state.relations);
  return useMemo(
    () => legendOf({ investigation, entities, relations }),
    [investigation, entities, relations],
  );
}
