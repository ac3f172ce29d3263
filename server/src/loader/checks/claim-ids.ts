import type { StoredClaim } from '../article-graph.ts';
import { nameOfClaim, spanInClaim, spanOf } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every claim has an id of its own, made of its article's id and a slug, and names its article. */
export const claimIds: Check = {
  name: 'claim-ids',
  find: (loaded) => {
    const seen = new Map<string, StoredClaim>();
    return loaded.claims.flatMap((claim) => {
      const wrong =
        formFinding(claim, loaded) ?? doubleFinding(claim, seen, loaded) ?? rewrittenFinding(claim, loaded);
      if (claim.id !== null && !seen.has(claim.id)) seen.set(claim.id, claim);
      return wrong ? [wrong] : [];
    });
  },
};

function formFinding(claim: StoredClaim, loaded: LoadedArticle): Finding | null {
  const { article } = loaded;
  const { id, properties } = claim;
  if (id === null && isTakenAway(claim, loaded)) return null;
  // An id that is not the article's and stands in the script is told where it stands.
  const places = loaded.prepared.places.get(id ?? '') ?? [];
  if (!id?.startsWith(`${article}/`) && places.some(({ isRelationId }) => isRelationId)) return null;
  if (id === null || !id.startsWith(`${article}/`) || !slug.test(id.slice(article.length + 1))) {
    return {
      ...spanInClaim(loaded, claim, null),
      code: 'CLAIM_ID',
      message:
        id === null
          ? `The claim ${nameOfClaim(claim)} has no id.`
          : `The claim id "${id}" is not "${article}/" and a slug.`,
      hint: `Write {id: '${article}/some-words'} in the relation's braces: lower-case letters, digits and hyphens.`,
    };
  }
  if (properties['article'] === article) return null;
  return {
    ...spanInClaim(loaded, claim, properties['article']),
    code: 'CLAIM_ID',
    message: `The claim "${id}" does not name its article.`,
    hint: `SET r += {article: '${article}', ...}`,
  };
}

/** Told where the script gives the id. */
function isTakenAway({ type }: StoredClaim, { prepared, claims, article }: LoadedArticle): boolean {
  const made = new Set(claims.map(({ id }) => id));
  return prepared.strings.some(
    ({ value, isRelationId, statement }) =>
      isRelationId &&
      value.startsWith(`${article}/`) &&
      !made.has(value) &&
      statement.cypher.includes(`:${type} `),
  );
}

function doubleFinding(
  claim: StoredClaim,
  seen: ReadonlyMap<string, StoredClaim>,
  loaded: LoadedArticle,
): Finding | null {
  const first = claim.id === null ? undefined : seen.get(claim.id);
  if (!first) return null;
  const of = ({ source, type, target }: StoredClaim): string => `${source} ${type} ${target}`;
  const places = loaded.prepared.strings.filter(({ value, isId }) => isId && value === claim.id);
  const second = places.at(-1)?.token;
  return {
    ...(second
      ? { offset: second.start, length: second.end - second.start }
      : spanInClaim(loaded, claim, null)),
    code: 'CLAIM_ID',
    message: `Two claims have the id ${nameOfClaim(claim)}: ${of(first)}, and ${of(claim)}.`,
    hint: 'Give each claim an id of its own.',
  };
}

/** The second statement merges on what the first one made and overwrites what it said. */
function rewrittenFinding({ id }: StoredClaim, { prepared, claims }: LoadedArticle): Finding | null {
  const places = prepared.places.get(id ?? '')?.filter(({ isId }) => isId) ?? [];
  const second = places.find(({ statement }) => statement !== places[0]?.statement);
  if (!second || claims.filter((claim) => claim.id === id).length > 1) return null;
  return {
    ...spanOf(second),
    code: 'CLAIM_ID',
    message: `The claim "${id}" is made a second time, which overwrites what it said before.`,
    hint: 'Give each claim an id of its own, and say everything about it in one statement.',
  };
}
