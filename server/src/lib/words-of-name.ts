const wordBoundary = /[\s_-]+|(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Lower-case words of a technical name: `ACTED_IN` and `actedIn` give "acted in", `USState` "US state". */
export function captionOfName(name: string): string {
  const shouted = !/\p{Ll}/u.test(name);
  const words = name.split(wordBoundary).filter((word) => word !== '');
  const caption = words.map((word) => (shouted || !isAcronym(word) ? word.toLowerCase() : word)).join(' ');
  return caption === '' ? name : caption;
}

/** The same with a capital at the beginning: `SomeType` gives "Some type". */
export function titleOfName(name: string): string {
  return captionOfName(name).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word);
}
