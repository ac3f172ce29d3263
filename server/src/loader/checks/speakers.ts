import type { StoredClaim } from '../article-graph.ts';
import { idsOf, nameOfClaim, spanInClaim } from '../loaded-article.ts';
import type { LoadedArticle, ScriptSpan } from '../loaded-article.ts';
import { didYouMean } from '../nearest.ts';
import { textsOf } from '../row-values.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** Every claim says who says so: entities, from the first speaker to the last outlet, none twice. */
export const speakers: Check = {
  name: 'speakers',
  find: (loaded) => loaded.claims.flatMap((claim) => chainFindings(claim, loaded)),
};

function chainFindings(claim: StoredClaim, loaded: LoadedArticle): readonly Finding[] {
  const { attributedTo } = claim.properties;
  const chain = textsOf(attributedTo);
  const voice = `voice-${loaded.article}`;
  if (typeof attributedTo === 'string') {
    const at = spanInClaim(loaded, claim, attributedTo);
    const message = 'attributedTo is one text, and has to be a list.';
    return [{ ...at, code: 'SPEAKER', message, hint: `Write attributedTo: ['${attributedTo}'].` }];
  }
  if (chain.length === 0) {
    return [
      {
        ...spanInClaim(loaded, claim, null),
        code: 'SPEAKER',
        message: `The claim ${nameOfClaim(claim)} does not say who says so.`,
        hint: `Name the speakers, first speaker first: attributedTo: ['...', '${voice}']; the article's own words: ['${voice}'].`,
      },
    ];
  }
  return chain.flatMap((speaker, index) => {
    const at = (): ScriptSpan => spanInClaim(loaded, claim, speaker);
    if (chain.indexOf(speaker) < index) {
      const hint = 'Name each speaker once, from the first speaker to the last outlet.';
      return [{ ...at(), code: 'SPEAKER', message: `"${speaker}" speaks twice in one chain.`, hint }];
    }
    return speakerFindings(speaker, at, loaded);
  });
}

function speakerFindings(
  speaker: string,
  at: () => ScriptSpan,
  { nodes, known }: LoadedArticle,
): readonly Finding[] {
  const node = nodes.get(speaker);
  if (!node?.labels.includes('Entity')) {
    const hint = `${didYouMean(speaker, idsOf(known))}A speaker is an entity: MERGE (e:Entity {id: '${speaker}'}) SET e:Person:Source, e += {name: ...};`;
    return [{ ...at(), code: 'SPEAKER', message: `There is no speaker "${speaker}".`, hint }];
  }
  if (node.labels.includes('Source')) return [];
  const message = `"${speaker}" speaks, but is not marked as a source.`;
  return [{ ...at(), code: 'SPEAKER', severity: 'warning', message, hint: 'SET e:Source where it is made.' }];
}
