import { mayStandAt } from '../../model/vocabulary.ts';
import type { StoredClaim } from '../article-graph.ts';
import { spanInClaim, spanOfCode } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import { didYouMean } from '../nearest.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** Types and labels outside of the vocabulary still show, but are often misspelt: told, never refused. */
export const vocabulary: Check = {
  name: 'vocabulary',
  find: (loaded) => [
    ...unknownTypes(loaded),
    ...loaded.claims.flatMap((claim) => joinFindings(claim, loaded)),
    ...unknownLabels(loaded),
  ],
};

const unknown = 'It will show under its own name; to describe it, add it to cypher/vocabulary.json.';

function unknownTypes(loaded: LoadedArticle): readonly Finding[] {
  const { claims, vocabulary: words } = loaded;
  const first = new Map(claims.toReversed().map((claim) => [claim.type, claim]));
  return Array.from(first.values())
    .filter(({ type }) => !words.relationType(type).described)
    .map((claim) => ({
      ...(spanOfCode(loaded.prepared, claim.id ?? '', `:${claim.type}`) ?? spanInClaim(loaded, claim, null)),
      code: 'VOCABULARY',
      severity: 'warning',
      message: `The relation type ${claim.type} is not in the vocabulary.`,
      hint:
        didYouMean(
          claim.type,
          words.relationTypes.map(({ name }) => name),
        ) + unknown,
    }));
}

function joinFindings(claim: StoredClaim, loaded: LoadedArticle): readonly Finding[] {
  const type = loaded.vocabulary.relationType(claim.type);
  const at = spanInClaim(loaded, claim, null);
  const { source, target } = claim;
  if (source === null || target === null) return [];
  if (!mayStandAt(type.from, claim.sourceLabels) || !mayStandAt(type.to, claim.targetLabels)) {
    return [
      {
        ...at,
        code: 'VOCABULARY',
        severity: 'warning',
        message: `${claim.type} joins other types than those of ${source} and ${target}.`,
        hint: `From ${describe(type.from)} to ${describe(type.to)}; perhaps the ends are the wrong way round.`,
      },
    ];
  }
  // A draft keeps the order of its text until somebody has chosen the type.
  if (!type.symmetric || source <= target || claim.properties['unreviewed'] === true) return [];
  return [
    {
      ...at,
      code: 'VOCABULARY',
      severity: 'warning',
      message: `${claim.type} reads the same both ways, and its ends are not in the order of their ids.`,
      hint: `Write it from ${target} to ${source}, so that claims of several articles meet.`,
    },
  ];
}

function describe(ends: 'any' | readonly string[]): string {
  return ends === 'any' ? 'anything' : ends.join(' or ');
}

const ownLabels = new Set(['Entity', 'Source', 'Voice', 'Article']);

/** Labels that another script has given are told there. */
function unknownLabels({ nodes, vocabulary: words, prepared }: LoadedArticle): readonly Finding[] {
  return Array.from(nodes).flatMap(([id, { labels }]) =>
    labels
      .filter((label) => !ownLabels.has(label) && !words.entityType(label).described)
      .flatMap((label): readonly Finding[] => {
        const at = spanOfCode(prepared, id, `:${label}`);
        if (at === null) return [];
        const message = `The label ${label} of "${id}" is not in the vocabulary.`;
        const names = words.entityTypes.map(({ name }) => name);
        const hint = didYouMean(label, names) + unknown;
        return [{ ...at, code: 'VOCABULARY', severity: 'warning', message, hint }];
      }),
  );
}
