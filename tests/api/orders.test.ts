import { beforeAll, expect, it } from 'vitest';

import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { fill } from './small-graph.ts';

const idsOf = (items: readonly Data[]): readonly string[] => items.map(({ id }) => id);

const claims = [
  { source: 'ann', target: 'zoe', type: 'TOLD_OFF' },
  { source: 'ann lee', target: 'zoe', type: 'TOLD' },
  { source: 'ann', target: 'zoe', type: 'TOLD' },
  { source: 'ann', target: 'bob', type: 'MET' },
];

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    const store = await open();
    await fill(store, claims);
    api = await apiOf(store);
  });

  it('puts what is the beginning of another name or type before it', async () => {
    const { entities, relations, entity } = await api.data(`{
      entities { nodes { id } }
      relations(orderBy: TYPE) { nodes { id } }
      entity(id: "zoe") { neighbors(orderBy: TYPE) { nodes { id } } }
    }`);
    expect(idsOf(entities.nodes)).toEqual(['ann', 'ann lee', 'bob', 'zoe']);
    expect(idsOf(relations.nodes)).toEqual([
      'ann~MET~bob',
      'ann~TOLD~zoe',
      'ann lee~TOLD~zoe',
      'ann~TOLD_OFF~zoe',
    ]);
    expect(idsOf(entity.neighbors.nodes)).toEqual(['ann', 'ann lee']);
  });
});
