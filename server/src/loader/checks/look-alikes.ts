import { spanOfText } from '../loaded-article.ts';
import { lookAlikeFinder } from '../look-alike.ts';
import type { Check } from './check.ts';

/** Entities that the script makes are not there already under another spelling. */
export const lookAlikes: Check = {
  name: 'look-alikes',
  find: ({ created, known, nodes, vocabulary, prepared }) => {
    const isNamed = (id: string): boolean => nodes.get(id)?.properties['anonymous'] !== true;
    const fresh = known.filter(
      ({ id, labels }) => created.has(id) && !labels.includes('Voice') && isNamed(id),
    );
    if (fresh.length === 0) return [];
    const find = lookAlikeFinder(
      known.filter(({ id, labels }) => !labels.includes('Voice') && isNamed(id)),
      vocabulary,
    );
    const told = new Set<string>();
    return fresh.flatMap(({ id, name, labels, aliases }) => {
      const found = find({ id, name, labels, aliases });
      // Of two new ones that look alike the second is told of the first.
      if (!found || told.has(found.entity.id)) return [];
      told.add(id);
      const { entity, reason } = found;
      return [
        {
          ...spanOfText(prepared, id),
          code: 'LOOK_ALIKE',
          severity: 'warning',
          message: `"${name}" looks like ${entity.name} (${entity.id}): ${reason}.`,
          hint: `If they are one, use {id: '${entity.id}'} and put "${name}" among its aliases. If not, give each its full name, or an id that tells them apart, such as "${id}-senator".`,
        },
      ];
    });
  },
};
