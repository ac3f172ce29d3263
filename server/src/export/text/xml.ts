const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers turn the bare characters into spaces or line feeds.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Everything that XML 1.0 counts as no character, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const illegal = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export function withoutIllegal(text: string): string {
  return text.replaceAll(illegal, '');
}

/** A text for an attribute or an element. Characters that XML cannot hold are dropped. */
export function xmlText(text: string): string {
  return withoutIllegal(text).replaceAll(/[&<>"\t\n\r]/gu, (character) => replacements[character] ?? '');
}

/** A start tag, or an empty element with `end` = `/>`. Attributes that are null are left out. */
export function xmlTag(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  end: '>' | '/>' = '>',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${written.join('')}${end}`;
}
