import { expect, it } from 'vitest';

import { passingOn } from '../../server/src/store/passing-on.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store, Transaction } from '../../server/src/store/store.ts';
import { forEachStore } from '../support/stores.ts';
import { loadOne, scriptNamed } from './port-article.ts';

/** The same store, if the plan of what names a Trap did something that no script may. */
function withTrap(store: Store, ran: string[]): Store {
  const trapped = (transaction: Transaction): Transaction => ({
    run: async (cypher, parameters) => {
      ran.push(cypher);
      return transaction.run(cypher, parameters);
    },
    vet: async (cypher, parameters, permissions) => {
      await transaction.vet(cypher, parameters, permissions);
      if (!cypher.includes('Trap')) return;
      throw new StoreError({ code: 'FORBIDDEN', message: 'Its plan has the step LoadCSV.' });
    },
  });
  return {
    ...passingOn(store),
    write: async (work, options) => store.write(async (inner) => work(trapped(inner)), options),
  };
}

forEachStore((_name, open) => {
  it('refuses a statement for what its plan does, at its place, before it has run', async () => {
    const store = await open();
    const ran: string[] = [];
    const graph = scriptNamed('graph.cypher', "CREATE (:Step {n: 1});\n\n  CREATE (:Trap {path: 'x'});");
    expect(await loadOne(withTrap(store, ran), graph)).toMatchObject({
      outcome: 'failed',
      problems: [
        { code: 'SCRIPT_NOT_ALLOWED', line: 3, column: 3, message: 'Its plan has the step LoadCSV.' },
      ],
    });
    expect(ran.filter((cypher) => cypher.includes('Trap'))).toEqual([]);
    const { rows } = await store.read(async (transaction) =>
      transaction.run('MATCH (n) WHERE n:Step OR n:Trap RETURN count(n) AS n'),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
