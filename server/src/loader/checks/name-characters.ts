import { spanOfText } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import { textOf, textsOf } from '../row-values.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** Characters that nobody sees: names with and without them look the same and are two. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

/** Scripts whose letters are often told apart by nothing that is seen. */
const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'] as const;
const letterOf = new Map(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')]));

/** Writing in which a joiner changes what is seen. */
const joining =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Emoji_Presentation}]/u;

/** Names can be found by whoever types them as they are seen. */
export const nameCharacters: Check = {
  name: 'name-characters',
  find: (loaded) =>
    Array.from(loaded.nodes).flatMap(([id, { labels, properties }]) => {
      if (!labels.includes('Entity')) return [];
      const names = [textOf(properties['name']), ...textsOf(properties['aliases'])];
      return names.flatMap((name) => nameFindings(name, id, loaded));
    }),
};

/** A name that this script does not write was told where it was written. */
function nameFindings(name: string, id: string, { prepared }: LoadedArticle): readonly Finding[] {
  if (!prepared.places.has(name)) return [];
  const at = { ...spanOfText(prepared, name), code: 'NAME', severity: 'warning' } as const;
  const hidden = hiddenIn(name);
  const mixed = mixedWord(name);
  return [
    ...(hidden === null
      ? []
      : [
          {
            ...at,
            message: `A name of "${id}" holds a character that is not seen, ${codePoint(hidden)}.`,
            hint: 'Take it out, or nobody who types the name finds it.',
          },
        ]),
    ...(mixed === null
      ? []
      : [
          {
            ...at,
            message: `"${mixed.word}" mixes ${mixed.scripts.join(' and ')} letters: "${mixed.letter}" is ${mixed.scripts.at(-1)} (${codePoint(mixed.letter)}).`,
            hint: 'Write the whole name in one alphabet; letters of two may look the same and are not.',
          },
        ]),
  ];
}

function hiddenIn(name: string): string | null {
  const found = invisible.exec(name)?.[0];
  if (found === undefined) return null;
  return /[\u200c\u200d]/u.test(found) && joining.test(name) ? null : found;
}

interface MixedWord {
  readonly word: string;
  /** The one that most of its letters are of first. */
  readonly scripts: readonly string[];
  /** A letter of the last. */
  readonly letter: string;
}

function mixedWord(name: string): MixedWord | null {
  for (const word of name.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const counted = Array.from(letterOf, ([script, pattern]) => ({
      script,
      letters: Array.from(word).filter((letter) => pattern.test(letter)),
    }))
      .filter(({ letters }) => letters.length > 0)
      .toSorted((a, b) => b.letters.length - a.letters.length);
    const letter = counted.at(-1)?.letters[0];
    if (counted.length > 1 && letter !== undefined) {
      return { word, scripts: counted.map(({ script }) => script), letter };
    }
  }
  return null;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
