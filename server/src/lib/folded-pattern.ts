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
 * are, so the folding is in the pattern; both engines know its flags and `\p{M}`.
 */
export function foldedPattern(text: string): string {
  return `(?isu).*${lettersOf(text, (code) => `\\x{${code}}`)}.*`;
}

/** The same for texts that contain it as whole words. Not every engine can look at what is beside a match. */
export function foldedWordsPattern(text: string): string {
  const letters = lettersOf(text, (code) => `\\x{${code}}`);
  return `(?isu)^(?:.*[^\\p{L}\\p{N}\\p{M}])?${letters}(?:[^\\p{L}\\p{N}\\p{M}].*)?$`;
}

/** The same for texts at hand; it finds the places too. */
export function foldedRegExp(text: string): RegExp {
  return new RegExp(
    lettersOf(text, (code) => `\\u{${code}}`),
    'isu',
  );
}

/** `escape` writes a code point, in hexadecimal digits, in the engine's own way. */
function lettersOf(text: string, escape: (code: string) => string): string {
  const folded = foldText(text.trim()).replaceAll(/\s+/gu, ' ');
  const parts = folded.split(/\.{3,}/u).map((part) => Array.from(part, (letter) => letterOf(letter, escape)));
  return parts.map((letters) => letters.join('')).join('[.…]+');
}

function letterOf(letter: string, escape: (code: string) => string): string {
  if (letter === ' ') return '\\s+';
  const others = variants[letter];
  if (others !== undefined) return `[${escape(codeOf(letter))}${others}]\\p{M}*`;
  return /[\p{L}\p{N}]/u.test(letter) ? `${letter}\\p{M}*` : escape(codeOf(letter));
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16);
}
