import { slugOf } from '../../lib/slug.ts';
import { idsOf, nameOfClaim, spanInClaim, spanOf, spanOfText } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import { didYouMean } from '../nearest.ts';
import type { ScriptString } from '../prepared-script.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Nothing dangles. Where a MATCH finds nothing, Cypher does nothing and says nothing: a misspelt id
 * would leave a claim or a mention out unseen.
 */
export const ends: Check = {
  name: 'ends',
  find: (loaded) => {
    const unknown = unknownIds(loaded);
    const statements = new Set(unknown.map(({ statement }) => statement));
    return [
      ...unknown.map((string) => unknownFinding(string, loaded)),
      ...missingClaims(loaded)
        .filter(({ statement }) => !statements.has(statement))
        .map((string) => missingFinding(string, loaded)),
      ...endsWithoutId(loaded),
      ...loops(loaded),
    ];
  },
};

/** Ids by which the script looks for something that does not exist, or is not its own. */
function unknownIds({ prepared, article, nodes, mentioned }: LoadedArticle): readonly ScriptString[] {
  // A list of mentions holds nothing but ids; a statement that also sets something holds other texts.
  const mentions = new Set(
    Array.from(prepared.data).filter(({ cypher }) => /\bMENTIONS\b/.test(cypher) && !/\bSET\b/i.test(cypher)),
  );
  return prepared.strings.filter(({ value, isId, statement }) => {
    if (value.startsWith(`${article}/`)) return false;
    if (mentions.has(statement)) return value !== article && !mentioned.has(value);
    return isId && (!nodes.has(value) || !slug.test(value));
  });
}

function unknownFinding(string: ScriptString, { article, known, nodes }: LoadedArticle): Finding {
  const { value, isRelationId } = string;
  const at = spanOf(string);
  if (isRelationId) {
    return {
      ...at,
      code: 'CLAIM_ID',
      message: `The claim id "${value}" does not begin with this article's id.`,
      hint: `A script makes claims of its own article alone: "${article}/${value.slice(value.lastIndexOf('/') + 1)}".`,
    };
  }
  if (!slug.test(value)) {
    return {
      ...at,
      code: 'VALUE',
      message: `"${value}" is no id of an entity or an article.`,
      hint: `Ids are lower-case letters, digits and hyphens: "${slugOf(value) || 'ana-ruiz'}". The name goes into name.`,
    };
  }
  if (nodes.has(value)) {
    return {
      ...at,
      code: 'UNKNOWN_ID',
      message: `"${value}" was not there yet when this statement ran, so it did nothing.`,
      hint: 'Make entities and the article before the statement that mentions them.',
    };
  }
  return {
    ...at,
    code: 'UNKNOWN_ID',
    message: `There is no entity "${value}", so this statement did nothing.`,
    hint: `${didYouMean(value, idsOf(known))}If it is new, make it above: MERGE (e:Entity {id: '${value}'}) SET e:Person, e += {name: ...};`,
  };
}

function missingClaims({ prepared, article, claims }: LoadedArticle): readonly ScriptString[] {
  const made = new Set(claims.map(({ id }) => id));
  return prepared.strings.filter(
    ({ value, isId }) => isId && value.startsWith(`${article}/`) && !made.has(value),
  );
}

function missingFinding(string: ScriptString, { claims }: LoadedArticle): Finding {
  const at = spanOf(string);
  if (claims.some((claim) => claim.id === null && string.statement.cypher.includes(`:${claim.type} `))) {
    return {
      ...at,
      code: 'CLAIM_ID',
      message: `The claim "${string.value}" is made, and its id is taken away again.`,
      hint: 'Write SET r += {...}: SET r = {...} replaces everything, the id too.',
    };
  }
  return {
    ...at,
    code: 'UNKNOWN_ID',
    message: `This statement made no claim "${string.value}": what it looks for was not there when it ran.`,
    hint: 'Make both ends above it, and look for entities by {id: ...} alone.',
  };
}

/** A claim of somebody about themselves is nearly always a slip. */
function loops(loaded: LoadedArticle): readonly Finding[] {
  return loaded.claims
    .filter(({ source, target }) => source !== null && source === target)
    .map((claim) => ({
      ...spanInClaim(loaded, claim, null),
      code: 'VALUE',
      severity: 'warning',
      message: `The claim ${nameOfClaim(claim)} joins "${claim.source}" with itself.`,
      hint: 'Look at the ids in its MATCH: one of the two is probably another.',
    }));
}

function endsWithoutId(loaded: LoadedArticle): readonly Finding[] {
  return loaded.claims
    .filter(({ source, target }) => source === null || target === null)
    .map((claim) => ({
      ...spanOfText(loaded.prepared, claim.id ?? loaded.article),
      code: 'UNKNOWN_ID',
      message: `An end of the claim ${nameOfClaim(claim)} has no id.`,
      hint: 'Both ends are entities with an id: MERGE (e:Entity {id: ...}).',
    }));
}
