// oxlint-disable typescript/unbound-method -- the helpers in `its` are plain functions that the library passes around

import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

import type { TextSpan } from '../../lib/quote-places.ts';

/** A word or a punctuation mark, with its place in the text. */
export interface Word extends TextSpan {
  readonly text: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX ... */
  readonly pos: string;
  /** Dictionary form, lower case. */
  readonly lemma: string;
}

/** Loading the model takes a fifth of a second: it waits for the first draft. */
let tagger: ReturnType<typeof winkNLP> | null = null;

/** Sentences as words with their parts of speech; offsets count in the text given. Same text, same words. */
export function tagWords(text: string): readonly (readonly Word[])[] {
  tagger ??= winkNLP(model, ['sbd', 'pos']);
  const { its } = tagger;
  const document = tagger.readDoc(text);
  const tokens = document.tokens();
  const texts = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // Its type promises another signature than the function has.
  const lemmas = tokens.out(its.lemma as typeof its.value);
  const spans = document.sentences().out(its.span) as readonly (readonly number[])[];
  let cursor = 0;
  const words = texts.map((value, index): Word | null => {
    const start = placeOf(text, value, cursor);
    if (start === null || value.trim() === '') return null;
    cursor = start + value.length;
    return { text: value, start, end: cursor, pos: String(tags[index]), lemma: String(lemmas[index]) };
  });
  return spans.map(([first = 0, last = 0]) =>
    joinHyphens(words.slice(first, last + 1).filter((word) => word !== null)),
  );
}

/** Only white space may lie between; the tagger rewrites some odd characters, which are passed over. */
function placeOf(text: string, value: string, cursor: number): number | null {
  let start = cursor;
  while (text[start] === ' ' && value[0] !== ' ') start += 1;
  if (text.startsWith(value, start)) return start;
  const near = text.slice(start, start + value.length + 20).indexOf(value);
  return near < 0 ? null : start + near;
}

/** "Lindholm-Obi" comes in three pieces and is one name. */
function joinHyphens(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const [before, hyphen] = [joined.at(-2), joined.at(-1)];
    if (before && hyphen?.text === '-' && before.end === hyphen.start && hyphen.end === word.start) {
      if (/^\p{Lu}/u.test(before.text) && /^\p{L}/u.test(word.text)) {
        joined.splice(-2, 2, {
          text: `${before.text}-${word.text}`,
          start: before.start,
          end: word.end,
          pos: /^\p{Lu}/u.test(word.text) ? 'PROPN' : 'ADJ',
          lemma: `${before.lemma}-${word.lemma}`,
        });
        continue;
      }
    }
    joined.push(word);
  }
  return joined;
}
