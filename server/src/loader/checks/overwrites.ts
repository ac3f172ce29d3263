import { firstOf } from '../first-of.ts';
import { spanOfText } from '../loaded-article.ts';
import type { Check } from './check.ts';

/** Entities are shared: a script that gives one another description than an earlier script did is told. */
export const overwrites: Check = {
  name: 'overwrites',
  find: ({ overwritten, prepared }) =>
    overwritten.map(({ entity, property, before, after, scripts }) => ({
      ...spanOfText(prepared, entity),
      code: 'VALUE',
      severity: 'warning',
      message: `${property} of "${entity}" was ${shown(before)} and is now ${shown(after)}.`,
      hint: `It is shared with ${firstOf(scripts)}: agree on one value there and in ${prepared.script.path}.`,
    })),
};

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? Number(part) : part,
  );
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
