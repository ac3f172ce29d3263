import type { Claim } from '../../model/claim.ts';
import type { Conflict } from '../../model/conflicts.ts';
import { spanOfText } from '../loaded-article.ts';
import type { Check } from './check.ts';

/**
 * Claims that can hardly both hold, and of which none says so. Nothing is decided: the author is asked. An
 * article may well quote both sides; what others say its author may not know.
 */
export const conflicts: Check = {
  name: 'conflicts',
  find: (loaded) =>
    loaded.conflicts.flatMap((conflict) => {
      const message = messageOf(conflict, loaded.article);
      if (message === null) return [];
      return [
        {
          ...spanOfText(loaded.prepared, conflict.claim.id),
          code: 'CONFLICT',
          severity: 'warning',
          message,
          hint: `If one contradicts the other, say so: disputes: ['${conflict.against.id}']. If each held at its time, give both their dates.`,
        },
      ];
    }),
};

/** A denial beside what it denies is no question: the relation is in dispute. */
function messageOf({ kind, claim, against }: Conflict, article: string): string | null {
  switch (kind) {
    case 'denied':
      return null;
    case 'opposite':
      if (against.article === article) return null;
      return `Possible conflict: ${sentence(claim)}, and ${sentence(against)} ("${against.id}").`;
    case 'one-holder':
      return `Possible conflict: ${claim.key.source} and ${against.key.source} hold ${claim.key.target} at the same time ("${against.id}").`;
  }
}

function sentence({ key: { source, type, target } }: Claim): string {
  return `${source} ${type} ${target}`;
}
