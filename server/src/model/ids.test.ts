import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  claimOfRelation,
  entityId,
  isOwnId,
  kindOfId,
  parseRelationId,
  relationId,
  relationOfClaim,
} from './ids.ts';

/** As entities of articles have them, as databases give them, and whatever else an own id may be. */
const end = fc.oneof(
  fc.constantFrom('cia', 'n:5', '4:fad0df48-e32b-41f7-be99-8a032a576dac:12', 'e:1'),
  fc.string({ minLength: 1 }).filter(isOwnId),
);
const type = fc.oneof(
  fc.constantFrom('MET', 'a~b', '~', 'c d/e', '/', '`', '\n'),
  fc.string({ minLength: 1 }),
);

it('reads the parts of every id of a relation, whatever its type is called', () => {
  fc.assert(
    fc.property(end, type, end, (source, name, target) => {
      const key = { source: entityId(source), type: name, target: entityId(target) };
      const id = relationId(key);
      expect(parseRelationId(id)).toEqual(key);
      expect(kindOfId(id)).toBe('relation');
      expect(kindOfId(source)).not.toBe('relation');
      const claim = claimOfRelation(key);
      expect([kindOfId(claim), relationOfClaim(claim)]).toEqual(['claim', id]);
    }),
  );
});

it.each(['', 'cia', 'a~b', '~MET~b', 'a~MET~', 'a~~b', 'a/b~MET~c', 'a~MET~b/c'])(
  '%j is no id of a relation',
  (id) => {
    expect(parseRelationId(id)).toBeNull();
  },
);

it.each([5, null, undefined, ['a'], '', 'a/b', 'a~b', 'n:1', true])(
  '%j is no id of a node of its own',
  (id) => {
    expect(isOwnId(id)).toBe(false);
  },
);

it('takes only the claim that stands for a relation for one of it', () => {
  expect(relationOfClaim('2026-01-28-cia-annex-venezuela/claim')).toBeNull();
});
