import { quoteFinder } from '../../lib/quote-places.ts';
import type { QuoteFinder } from '../../lib/quote-places.ts';
import type { StoredClaim } from '../article-graph.ts';
import { nameOfClaim, spanInClaim } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import { passageFinder } from '../nearest-passage.ts';
import type { PassageFinder } from '../nearest-passage.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const shortest = 15;
const longest = 400;

/** Every claim rests on words that stand in the article. */
export const quotes: Check = {
  name: 'quotes',
  find: (loaded) => {
    const text = loaded.node?.properties['text'];
    if (!loaded.node || loaded.claims.length === 0) return [];
    if (typeof text !== 'string' || text === '') {
      return [
        {
          ...spanInClaim(loaded, loaded.claims[0] as StoredClaim, null),
          code: 'QUOTE',
          message: 'The article has no text in which the quotes could stand.',
          hint: "SET a.text = '...' with the text as printed.",
        },
      ];
    }
    const find = quoteFinder(text);
    const findNear = passageFinder(text);
    return loaded.claims.flatMap((claim) => quoteFindings(claim, { loaded, find, findNear }));
  },
};

interface Reading {
  readonly loaded: LoadedArticle;
  readonly find: QuoteFinder;
  readonly findNear: PassageFinder;
}

function quoteFindings(claim: StoredClaim, { loaded, find, findNear }: Reading): readonly Finding[] {
  const { quote, prefix } = claim.properties;
  const at = spanInClaim(loaded, claim, quote);
  if (typeof quote !== 'string' || quote.trim() === '') {
    const message = `The claim ${nameOfClaim(claim)} has no quote.`;
    return [{ ...at, code: 'QUOTE', message, hint: 'Copy the words on which it rests from the article.' }];
  }
  const places = find(quote);
  if (places.length === 0) {
    const message = 'This quote is not in the article.';
    return [{ ...at, code: 'QUOTE', message, hint: whereItDiffers(findNear(quote)) }];
  }
  const warning = (message: string, hint: string): Finding => ({
    ...at,
    code: 'QUOTE',
    severity: 'warning',
    message,
    hint,
  });
  if (typeof prefix === 'string') {
    if (find(quote, prefix).length > 0) return lengthWarnings(quote, warning);
    const message = 'The quote is in the article, but never right behind this prefix.';
    const hint = 'Copy the words that stand just before the quote.';
    return [{ ...spanInClaim(loaded, claim, prefix), code: 'QUOTE', message, hint }];
  }
  if (places.length === 1) return lengthWarnings(quote, warning);
  return [
    ...lengthWarnings(quote, warning),
    warning(
      `This quote is in the article ${places.length} times; the first place counts.`,
      "Add prefix: '...' with the words before the one that is meant, or quote more.",
    ),
  ];
}

function whereItDiffers(near: ReturnType<PassageFinder>): string {
  if (!near) return 'Nothing like it is there. Copy the words as printed.';
  const { passage, printed, quoted } = near;
  return `The article says: "${passage}".${differenceOf(printed, quoted)}`;
}

function differenceOf(printed: string, quoted: string): string {
  if (quoted === '') return '';
  return printed === ''
    ? ` It ends where the quote goes on with "${quoted}".`
    : ` It has "${printed}" where the quote has "${quoted}".`;
}

function lengthWarnings(
  quote: string,
  warning: (message: string, hint: string) => Finding,
): readonly Finding[] {
  if (quote.length > longest) {
    return [
      warning(
        `This quote has ${quote.length} characters.`,
        `Quote at most ${longest}: the words on which the claim rests.`,
      ),
    ];
  }
  if (quote.length >= shortest) return [];
  return [
    warning(
      `This quote has only ${quote.length} characters.`,
      `Quote at least ${shortest}, so that a reader can judge it.`,
    ),
  ];
}
