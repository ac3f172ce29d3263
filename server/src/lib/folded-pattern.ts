import { foldText } from './fold-text.ts';

/** Letters that are written with and without a mark, in one code point, or that stand for the plain one. */
const variants: Readonly<Record<string, string>> = {
  a: 'àáâãäåāăąǎ', c: 'çćĉċč', d: 'ďđð', e: 'èéêëēĕėęě', g: 'ĝğġģǧ', h: 'ĥħ', i: 'ìíîïĩīĭįı', j: 'ĵ', k: 'ķ',
  l: 'ĺļľŀł', n: 'ñńņňŉ', o: 'òóôõöøōŏőǒ', r: 'ŕŗř', s: 'śŝşšș', t: 'ţťŧț', u: 'ùúûüũūŭůűųǔ', w: 'ŵ', y: 'ýÿŷ',
  z: 'źżž', "'": '‘’‚‛′', '"': '“”„‟«»', '-': '‐‑‒–—―−',
}; // oxfmt-ignore

/**
 * A regular expression, for `=~` of Cypher, that matches every text containing this one without regard
 * to case, marks, and the shape of quotes, dashes and white space. Databases compare letters as they
 * are, so the folding is in the pattern; both engines know `\p{M}` and the flags.
 */
export function foldedPattern(text: string): string {
  const letters = Array.from(foldText(text.trim()).replaceAll(/\s+/gu, ' '), patternOf);
  return `(?isu).*${letters.join('')}.*`;
}

function patternOf(letter: string): string {
  if (letter === ' ') return '\\s+';
  const others = variants[letter];
  if (others !== undefined) return `[${letter === '-' ? '\\-' : letter}${others}]\\p{M}*`;
  return /[\p{L}\p{N}]/u.test(letter)
    ? `${letter}\\p{M}*`
    : `\\x{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
}
