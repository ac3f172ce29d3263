import type { ClaimRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';

const words = en.evidence.place;

/** Number of the paragraph that holds the place, from 1: paragraphs are parted by empty lines. */
export function paragraphAt(text: string, place: number): number {
  const before = text.slice(0, place).trimStart();
  return (before.match(/\n\s*\n/g)?.length ?? 0) + 1;
}

function paragraphWords(number: number): string {
  const ordinal = words.ordinals[number - 1];
  return ordinal ? words.paragraph(ordinal) : words.paragraphNumber(number);
}

/** Where the quote stands, in words: "Second paragraph, found once". The text is null where it is not at hand. */
export function placeWords(claim: ClaimRecord, text: string | null): string {
  const [first] = claim.quotePlaces;
  if (claim.article && !claim.article.textHeld) return words.notHeld;
  if (!first) return words.notFound;
  const where = text === null ? words.inArticle : paragraphWords(paragraphAt(text, first.start));
  const count = claim.quotePlaces.length;
  return `${where}, ${count === 1 ? words.once : words.times(count)}`;
}
