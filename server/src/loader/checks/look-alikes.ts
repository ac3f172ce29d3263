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
    const placed = fresh.map((entity) => ({ entity, at: spanOfText(prepared, entity.id) }));
    // From the end, so that of two new ones that look alike the second is told of the first.
    return placed
      .toSorted((a, b) => b.at.offset - a.at.offset)
      .flatMap(({ entity: one, at }) => {
        const { id, name } = one;
        const found = find(one);
        if (!found || told.has(found.entity.id)) return [];
        told.add(id);
        const { entity, reason } = found;
        return [
          {
            ...at,
            code: 'LOOK_ALIKE',
            severity: 'warning',
            message: `"${name}" looks like ${entity.name} (${entity.id}): ${reason}.`,
            hint: `If they are one, use {id: '${entity.id}'} and put "${name}" among its aliases. If not, give each its full name, or an id that tells them apart, such as "${id}-senator".`,
          },
        ];
      });
  },
};
