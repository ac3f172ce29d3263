import type { StoreMap } from '../../store/values.ts';
import { spanOfCode } from '../loaded-article.ts';
import type { ScriptSpan } from '../loaded-article.ts';
import { editDistance } from '../nearest.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const ofClaims = namesIn('id article status quote prefix attributedTo date from to dateText disputes note');
const ofEntities = namesIn('id name aliases description anonymous');
const ofArticles = namesIn('id title publisher outlet url publishedAt basedOn text');

/**
 * A script may give further properties, which are kept. One that is nearly called like one that is read
 * is misspelt: a claim with `dispute` disputes nothing.
 */
export const propertyNames: Check = {
  name: 'property-names',
  find: (loaded) => [
    ...loaded.claims.flatMap(({ id, properties }) =>
      misspelt(properties, ofClaims, (code) => spanOfCode(loaded.prepared, id ?? '', code)),
    ),
    ...Array.from(loaded.nodes).flatMap(([id, { labels, properties }]) =>
      misspelt(properties, labels.includes('Article') ? ofArticles : ofEntities, (code) =>
        spanOfCode(loaded.prepared, id, code),
      ),
    ),
  ],
};

function namesIn(names: string): readonly string[] {
  return names.split(' ');
}

function misspelt(
  properties: StoreMap,
  names: readonly string[],
  placeOf: (code: string) => ScriptSpan | null,
): readonly Finding[] {
  return Object.keys(properties).flatMap((property): readonly Finding[] => {
    if (names.includes(property)) return [];
    const meant = names.find((name) => isMeant(property, name));
    const at = meant === undefined ? null : placeOf(`${property}:`);
    // What another script said is told there.
    if (at === null) return [];
    const message = `The property ${property} is none that is read.`;
    return [{ ...at, code: 'VALUE', severity: 'warning', message, hint: `Did you mean ${meant}?` }];
  });
}

/** Two letters in a long name, one in a short one; the first letter is hardly ever wrong. */
function isMeant(property: string, name: string): boolean {
  const [a, b] = [property.toLowerCase(), name.toLowerCase()];
  return a[0] === b[0] && a.length > 2 && editDistance(a, b) <= (a.length > 4 ? 2 : 1);
}
