import { expect, it } from 'vitest';

import type { EntityRecord, RelationRecord } from '../../api/graph.ts';
import { expansionRows } from './expansion-rows.ts';

const person = (id: string): EntityRecord => ({
  id,
  name: id,
  type: 'Person',
  aliases: [],
  description: null,
  wikidata: null,
  isSource: false,
  anonymous: false,
  neighborCount: 3,
});

const relation = (sourceId: string, type: string, targetId: string): RelationRecord => ({
  id: `${sourceId}~${type}~${targetId}`,
  type,
  sourceId,
  targetId,
  standing: 'SINGLE_ORIGIN',
  claimCount: 1,
  originCount: 1,
  statusCounts: [],
  claims: [],
});

it('sets what is new against what is here, by kind and direction, most new first', () => {
  const met = { name: 'MET', caption: 'met', inverseCaption: 'met', shortCaption: null, symmetric: true };
  const rows = expansionRows('a', {
    counts: [
      { relationType: 'MET', direction: 'BOTH', entityType: 'Person', count: 2 },
      { relationType: 'LEADS', direction: 'OUT', entityType: 'Person', count: 1 },
      { relationType: 'LEADS', direction: 'IN', entityType: 'Person', count: 4 },
    ],
    drawn: [relation('b', 'MET', 'a'), relation('a', 'LEADS', 'b'), relation('b', 'LEADS', 'c')],
    entities: new Map(['a', 'b', 'c'].map((id) => [id, person(id)])),
    vocabulary: { entityTypes: new Map(), relationTypes: new Map([['MET', met]]) },
  });
  expect(rows.map(({ caption, known, fresh }) => [caption, known, fresh])).toEqual([
    ['← leads', 4, 4],
    ['met', 2, 1],
    ['leads', 1, 0],
  ]);
});
