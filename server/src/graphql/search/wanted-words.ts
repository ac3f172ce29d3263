import { foldedPattern, foldedWordsPattern } from '../../lib/folded-pattern.ts';
import type { TextPart, TextQuery } from '../../model/name-ranking.ts';

/** What quotes and texts have to contain, for statements. */
export type WantedPatterns = {
  /** The longest of the patterns, which most do without: it is looked for first. */
  readonly textPattern: string;
  /** All others. */
  readonly otherPatterns: readonly string[];
  /** What comes before the rest: the words one after the other. Null where there is nothing to prefer. */
  readonly phrasePattern: string | null;
};

/** The words of a part that is not in quotation marks; they may stand apart. */
export function wantedWords({ text }: TextPart): readonly string[] {
  const words = text.split(/\s+/u).map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** The patterns of a query that is not empty. */
export function patternsOf({ parts }: TextQuery): WantedPatterns {
  const [textPattern = '', ...otherPatterns] = parts
    .flatMap(patternsOfPart)
    .toSorted((one, other) => other.length - one.length);
  const loose = parts.find((part) => !part.exact && wantedWords(part).length > 1);
  return {
    textPattern,
    otherPatterns,
    phrasePattern: loose === undefined ? null : foldedPattern(loose.text),
  };
}

function patternsOfPart(part: TextPart): readonly string[] {
  if (part.exact) return [foldedWordsPattern(part.text)];
  const words = wantedWords(part);
  return words.length > 1 ? words.map(foldedPattern) : [foldedPattern(part.text)];
}
