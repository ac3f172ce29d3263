/** A text as it is compared: where each of its letters stood is kept. */
export interface FoldedText {
  /** Lower case, without marks, with plain quotes and dashes. */
  readonly folded: string;
  /** For each UTF-16 unit of `folded`, and for its end, the offset in the text it came from. */
  readonly offsets: readonly number[];
}

/** Letters that stand for another one without being made of it and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
  ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd',
}; // oxfmt-ignore

/** Text as it is compared in searches: without regard to case, marks, and the shape of quotes and dashes. */
export function foldText(text: string): string {
  return isAscii(text) ? text.toLowerCase() : foldWithOffsets(text).folded;
}

/** The same, with the way back from a place in the folded text to the text as printed. */
export function foldWithOffsets(text: string): FoldedText {
  const parts: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(offset);
    offset += character.length;
  }
  offsets.push(offset);
  return { folded: parts.join(''), offsets };
}

/** The words of a text as they are compared and indexed: folded runs of letters and digits. */
export function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Nothing of ASCII but its capitals folds. */
function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the first of ASCII is one
  return /^[\0-\x7F]*$/.test(text);
}

function foldCharacter(character: string): string {
  if (isAscii(character)) return character.toLowerCase();
  return withoutMarks(withoutMarks(character).toLowerCase()).replaceAll(
    /./gsu,
    (letter) => plainLetters[letter] ?? letter,
  );
}

/** Joined again afterwards, so that a syllable of Hangul stays one letter. */
function withoutMarks(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}
