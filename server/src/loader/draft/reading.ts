import type { TextSpan } from '../../lib/quote-places.ts';
import { tagWords } from './tagger.ts';
import type { Word } from './tagger.ts';

export interface Sentence extends TextSpan {
  readonly words: readonly Word[];
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** A heading: no sentence, so that its capitals say little. */
  readonly isHeading: boolean;
}

/** A text taken apart. Spans are UTF-16 offsets in it. */
export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly TextSpan[];
  readonly sentences: readonly Sentence[];
}

/** The tagger's time grows with the square of these two, so longer ones are cut or passed over. */
const longestPiece = 4_000;
const longestWord = 60;

/** Takes a text apart into paragraphs (blank lines between them), sentences and words. */
export function readText(text: string): Reading {
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph, index) =>
    piecesOf(text, paragraph).flatMap((piece) => sentencesOf(text, piece, index)),
  );
  return { text, paragraphs, sentences };
}

function paragraphsOf(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\r?\n[^\S\n]*\n\s*/gu)) {
    spans.push({ start, end: index });
    start = index + gap.length;
  }
  spans.push({ start, end: text.length });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

/** Lines that end a thought, and pieces short enough for the tagger, cut behind a sentence or a word. */
function piecesOf(text: string, paragraph: TextSpan): readonly TextSpan[] {
  const pieces: TextSpan[] = [];
  let start = paragraph.start;
  const cutAt = (end: number): void => {
    if (end > start) pieces.push({ start, end });
    start = end;
  };
  for (const { index } of text.slice(paragraph.start, paragraph.end).matchAll(/(?<=[.!?:"”][^\S\n]*)\n/gu)) {
    while (paragraph.start + index - start > longestPiece) cutAt(cutBefore(text, start));
    cutAt(paragraph.start + index);
  }
  while (paragraph.end - start > longestPiece) cutAt(cutBefore(text, start));
  cutAt(paragraph.end);
  return pieces;
}

function cutBefore(text: string, start: number): number {
  const window = text.slice(start, start + longestPiece);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('." '), window.lastIndexOf('? '));
  if (sentence > longestPiece / 2) return start + sentence + 2;
  const word = window.search(/\s\S*$/u);
  return start + (word > 0 ? word : longestPiece);
}

/** Same length, without what would slow the tagger down or make it lose its place. */
function plainPiece(piece: string): string {
  return piece
    .replaceAll(/\s/gu, ' ')
    .replaceAll(/\S+/gu, (word) => (word.length > longestWord ? ' '.repeat(word.length) : word));
}

function sentencesOf(text: string, piece: TextSpan, paragraph: number): readonly Sentence[] {
  const tagged = tagWords(plainPiece(text.slice(piece.start, piece.end)));
  return tagged.flatMap((words): Sentence[] => {
    const placed = words.map((word) => ({
      ...word,
      start: word.start + piece.start,
      end: word.end + piece.start,
    }));
    const [first, last] = [placed[0], placed.at(-1)];
    if (!first || !last) return [];
    const span = { start: first.start, end: last.end };
    return [{ ...span, words: placed, paragraph, isHeading: isHeading(text.slice(span.start, span.end)) }];
  });
}

/** In capitals from end to end, or Like This and without a full stop. */
function isHeading(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}'’-]{2,}/gu) ?? [];
  if (words.length < 3) return false;
  if (!/\p{Ll}/u.test(sentence)) return true;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return !/[.!?:"”]\s*$/u.test(sentence) && capitals / words.length > 0.6;
}
