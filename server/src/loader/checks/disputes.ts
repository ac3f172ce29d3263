import { articleOfClaim } from '../../model/ids.ts';
import { nameOfClaim, spanInClaim } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import { didYouMean } from '../nearest.ts';
import { textsOf } from '../row-values.ts';
import type { Check } from './check.ts';

/** What a claim disputes is another claim. One of another article may not be loaded yet: then it is told only. */
export const disputes: Check = {
  name: 'disputes',
  find: (loaded) => {
    const own = new Set(loaded.claims.map(({ id }) => id));
    return loaded.claims.flatMap((claim) =>
      textsOf(claim.properties['disputes']).flatMap((id) => {
        const at = spanInClaim(loaded, claim, id);
        if (id === claim.id) {
          const hint = 'Name the claims that it contradicts.';
          return [
            { ...at, code: 'DISPUTE', message: `The claim ${nameOfClaim(claim)} disputes itself.`, hint },
          ];
        }
        if (own.has(id) || loaded.otherClaims.has(id) || isWritten(id, loaded)) return [];
        const elsewhere = !id.startsWith(`${loaded.article}/`) && id.includes('/');
        const ofArticle = loaded.disputable.filter((other) => articleOfClaim(other) === articleOfClaim(id));
        const near = didYouMean(id, elsewhere ? ofArticle : idsOfClaims(loaded));
        const whatToDo =
          ofArticle.length === 0
            ? 'Load the article that it comes from.'
            : 'Its article is loaded, without this claim.';
        return [
          {
            ...at,
            code: 'DISPUTE',
            severity: elsewhere ? 'warning' : 'error',
            message: `There is no claim "${id}" that could be disputed.`,
            hint: near + (elsewhere ? whatToDo : 'disputes holds ids of claims.'),
          },
        ];
      }),
    );
  },
};

function idsOfClaims({ claims }: LoadedArticle): readonly string[] {
  return claims.flatMap(({ id }) => id ?? []);
}

/** The script means to make it and did not manage to, which is said there. */
function isWritten(id: string, { prepared }: LoadedArticle): boolean {
  return prepared.places.get(id)?.some(({ isId }) => isId) ?? false;
}
