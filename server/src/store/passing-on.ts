import type { Store } from './store.ts';

/** A store that passes every call on to another: what is to be different stands beside it, as in `{ ...passingOn(store), write }`. */
export function passingOn(store: Store): Store {
  return {
    features: store.features,
    read: async (work, options) => store.read(work, options),
    query: async (cypher, parameters, options) => store.query(cypher, parameters, options),
    write: async (work, options) => store.write(work, options),
    schema: async (cypher) => store.schema(cypher),
    runAlone: async (cypher, parameters, options) => store.runAlone(cypher, parameters, options),
    searchText: async (text, limit, signal) => store.searchText(text, limit, signal),
    changeMark: () => store.changeMark(),
    describe: async () => store.describe(),
    settled: async () => store.settled(),
    close: async () => store.close(),
  };
}
