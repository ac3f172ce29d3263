/** Longest excerpt of the text in a comment, in characters. */
const longest = 90;

/**
 * A line of comment. Words of the text in it are harmless: no line break, no backslash (Neo4j decodes `\u`
 * in comments too), nothing invisible that would turn or hide what follows.
 */
export function comment(words: string): string {
  return `// ${oneLine(words)}`;
}

/** An excerpt for a comment, cut at the end of a word. */
export function excerpt(words: string): string {
  const line = oneLine(words);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '');
  return `${/\s/u.test(cut) ? cut.replace(/\s+\S*$/u, '') : cut} ...`;
}

function oneLine(words: string): string {
  return words
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\\]/gu, '')
    .trim();
}
