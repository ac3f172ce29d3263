import { slugOf } from '../lib/slug.ts';
import type { StoredProperties } from './decode.ts';

/** Keys that name a thing, wherever they stand, best first. */
const namingKeys = ['name', 'title', 'label', 'caption', 'headline', 'subject'] as const;

/** Beginnings and endings that make such a word part of a key: fullName, display_name, productName. */
const betterParts = ['full', 'display', 'screen', 'preferred', 'official', 'legal', 'common'];

/** Longer than any name: a text, an address of a page. */
const LONGEST_NAME = 120;

/**
 * The property by which the nodes of a label are best called, told from some of them, or null where none
 * has anything for a name. A key that says "name" or "title" is taken before any other; among equals the one
 * that more nodes have and that tells more of them apart; as a last resort a number of the nodes' own.
 */
export function captionKeyOf(label: string, nodes: readonly StoredProperties[]): string | null {
  const keys = [...new Set(nodes.flatMap((properties) => Object.keys(properties)))].toSorted();
  const rated = keys
    .map((key) => ({ key, worth: worthOf(key, { label, nodes }) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth);
  return rated[0]?.key ?? null;
}

interface Labelled {
  readonly label: string;
  readonly nodes: readonly StoredProperties[];
}

/** 0 for what names nothing. */
function worthOf(key: string, { label, nodes }: Labelled): number {
  const values = nodes
    .map((properties) => properties[key])
    .filter((value) => value !== undefined && value !== null);
  const texts = values.filter((value): value is string => typeof value === 'string' && isShortText(value));
  if (isOwnNumber(key, { values, nodes })) return 0.5;
  if (texts.length === 0 || texts.length < values.length * 0.8) return 0;
  const coverage = texts.length / nodes.length;
  const distinct = new Set(texts).size / texts.length;
  const spoken = wordWorth(key, label);
  // A text that is no name by its key has to tell nearly all nodes apart, and to read like words.
  if (spoken === 0 && (distinct < 0.9 || !texts.some((text) => /\p{L}{2}/u.test(text)))) return 0;
  if (spoken === 0 && texts.every(looksMade)) return 0;
  return spoken + coverage * 10 + distinct;
}

/** `orderID` or `case_number`: something by which people tell all such nodes apart. */
function isOwnNumber(
  key: string,
  { values, nodes }: { readonly values: readonly unknown[]; readonly nodes: Labelled['nodes'] },
): boolean {
  const simple = values.filter(
    (value) => typeof value === 'number' || /^[\w./-]{1,20}$/u.test(String(value)),
  );
  return (
    /(?:^|[_\p{Ll}])(?:id|ID|Id|no|No|number|Number|code|Code|key)$/u.test(key) &&
    simple.length === nodes.length &&
    new Set(values).size === nodes.length
  );
}

/** How much the key itself says that it names the node. */
function wordWorth(key: string, label: string): number {
  const words = slugOf(key.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')).split('-');
  const place = namingKeys.findIndex((naming) => words.at(-1) === naming || words[0] === naming);
  if (place === -1) return 0;
  const rest = words.filter((word) => word !== namingKeys[place]);
  const own = slugOf(label);
  if (rest.length === 0) return 100 - place * 5;
  if (rest.join('').startsWith(own.replaceAll('-', '')) || own.startsWith(rest.join('')))
    return 95 - place * 5;
  if (rest.every((word) => betterParts.includes(word))) return 90 - place * 5;
  return words.at(-1) === namingKeys[place] ? 50 - place * 5 : 20;
}

function isShortText(value: string): boolean {
  return value.trim() !== '' && value.length <= LONGEST_NAME && !value.includes('\n');
}

/** Addresses of pages, hashes and other numbers that no person gave. */
function looksMade(text: string): boolean {
  return /^https?:\/\//iu.test(text) || /^[\da-f-]{16,}$/iu.test(text);
}
