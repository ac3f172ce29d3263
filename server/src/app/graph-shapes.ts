import { graphOfClaims, type GraphShape, readShape } from '../graphql/base/graph-shape.ts';
import type { Log } from '../http/log.ts';
import type { Store } from '../store/store.ts';

/** How long what was found out is taken for true where only the database knows of changes. Milliseconds. */
const freshMs = 30_000;

/** What the graph is like, kept for all requests: finding it out may take a walk over the whole graph. */
export interface GraphShapes {
  /** As it was found last; looked at again behind the request's back where it may have changed since. */
  current(): GraphShape;
  /** Looks now, as after a load, and forgets what was worked out before. Never throws: what cannot be asked is asked again later. */
  look(): Promise<void>;
}

/** Watches the shape of a store's graph; one of claims until it is known. */
export function watchShape(store: Store, log: Log): GraphShapes {
  let shape = graphOfClaims;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let mark: number | null = null;
  let looking: Promise<void> | undefined;

  async function read(isOther: (found: GraphShape) => boolean): Promise<void> {
    try {
      const before = store.changeMark();
      const found = await readShape(store);
      mark = before;
      // The same object as long as nothing changed: what is worked out for a shape is kept by it.
      if (isOther(found)) shape = found;
    } catch (error) {
      log.warn({ err: error }, 'The graph cannot be asked for its labels; what is known of it stays');
    } finally {
      lookedAt = performance.now();
      looking = undefined;
    }
  }

  /** A store that tells of every change needs no walk where there was none. */
  const mayHaveChanged = (): boolean =>
    store.changeMark() === null ? performance.now() - lookedAt > freshMs : store.changeMark() !== mark;
  const differs = (found: GraphShape): boolean => JSON.stringify(found) !== JSON.stringify(shape);
  return {
    look: async () => {
      await looking;
      await (looking ??= read(() => true));
    },
    current: () => {
      if (mayHaveChanged()) looking ??= read(differs);
      return shape;
    },
  };
}
