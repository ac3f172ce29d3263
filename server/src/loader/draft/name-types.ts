import nlp from 'compromise';

import type { NameRun } from './name-runs.ts';
import {
  bodyWords,
  companyWords,
  facilityWords,
  metonyms,
  outletWords,
  placeBeginnings,
  placeWords,
  speechVerbs,
} from './word-lists.ts';

/** A type of the vocabulary, and why it may be wrong. */
export interface GuessedType {
  readonly type: string;
  readonly unsure: string | null;
}

/** Where one name stands in the text, each time. */
export interface Sighting {
  readonly run: NameRun;
  /** Dictionary forms of the words around it, lower case, nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The type of a name, by the name itself and by where it stands; null if nothing tells. */
export function guessType(name: string, sightings: readonly Sighting[]): GuessedType | null {
  const words = name.toLowerCase().split(/\s+/u);
  if (isDemonym(name)) return null;
  return (
    byList(name, words) ??
    byTitle(words, sightings) ??
    byLastWord(name, words) ??
    bySurroundings(name, sightings) ??
    byDictionary(name) ??
    byRelative(sightings) ??
    byArticle(sightings) ??
    byPosition(sightings) ??
    byShape(words)
  );
}

/** "South American", "Venezuelan" name nobody by themselves. */
function isDemonym(name: string): boolean {
  return nlp(name).has('#Demonym$');
}

const sure = (type: string): GuessedType => ({ type, unsure: null });

function byList(name: string, words: readonly string[]): GuessedType | null {
  const type = metonyms.get(words.join(' '));
  if (type !== undefined && (words.length > 1 || /^\p{Lu}/u.test(name))) return sure(type);
  return null;
}

function byTitle(words: readonly string[], sightings: readonly Sighting[]): GuessedType | null {
  const last = words.at(-1) ?? '';
  if (bodyWords.has(last) || companyWords.has(last)) return null;
  const titled = sightings.filter(({ run }) => run.title !== null).length;
  return titled > 0 && titled * 3 >= sightings.length ? sure('Person') : null;
}

const offices = new Set(['VP', 'CEO', 'CFO', 'PM', 'MP', 'FM', 'TV']);

function byLastWord(name: string, words: readonly string[]): GuessedType | null {
  if (words.length === 1)
    return /^\p{Lu}{2,6}$/u.test(name) && !offices.has(name) ? sure('Organization') : null;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const head = words[1] === 'of' ? first : last;
  if (outletWords.has(last)) return sure('Outlet');
  if (companyWords.has(last)) return sure('Company');
  if (bodyWords.has(head) || bodyWords.has(last)) return sure('Organization');
  if (facilityWords.has(head)) return sure('Facility');
  return placeWords.has(last) || placeBeginnings.has(first) ? sure('Place') : null;
}

const countryOwns =
  /^(?:ambassador|government|embassy|capital|parliament|army|military|president|prime|border|loan)$/u;

/** "the town of X", "neighbouring X", "the company X", "X's ambassador". */
function bySurroundings(name: string, sightings: readonly Sighting[]): GuessedType | null {
  for (const { run, before, after } of sightings) {
    const [last = '', secondLast = ''] = before;
    const noun = last === 'of' ? secondLast : last;
    if (
      /^(?:town|city|village|region|district|valley|island|province|port|suburb|council|people|mayor|harbour|harbor|coast)$/u.test(
        noun,
      )
    )
      return sure('Place');
    if (/^(?:company|firm|maker|manufacturer|contractor|operator)$/u.test(noun)) return sure('Company');
    if (/^(?:newspaper|broadcaster|daily|weekly|magazine|website)$/u.test(noun)) return sure('Outlet');
    if (/^neighbou?r(?:ing)?$/u.test(last)) return sure('Country');
    if (last === 'of' && /^(?:government|republic|kingdom)$/u.test(secondLast) && !name.includes(' '))
      return sure('Country');
    if (isDateline(run, after)) return sure('Place');
    if (/^(?:aircraft|barge|ferry|freighter|ship|submarine|tanker|trawler|vessel|yacht)$/u.test(last)) {
      return { type: 'Resource', unsure: 'a ship or the like' };
    }
    if (
      last === 'visit' ||
      (last === 'to' && /^(?:flight|fly|journey|return|travel|trip|visit)$/u.test(secondLast))
    ) {
      return { type: 'Place', unsure: 'somebody goes there' };
    }
    if (/^['’]s$/u.test(after[0] ?? '') && countryOwns.test(after[1] ?? '') && !name.includes(' ')) {
      return { type: 'Country', unsure: 'a state by what it has, an organization or a company otherwise' };
    }
  }
  return null;
}

/** "PORT HALDEN - " at the beginning of a report. */
function isDateline({ before, words }: NameRun, after: readonly string[]): boolean {
  return before === '' && /^[-–—]$/u.test(after[0] ?? '') && words.every(({ text }) => !/\p{Ll}/u.test(text));
}

/** What the dictionary of compromise makes of the name alone. */
function byDictionary(name: string): GuessedType | null {
  const found = nlp(name);
  if (found.has('#Country') && found.match('#Country').text() === name) return sure('Country');
  if (found.people().text() === name || (found.has('#Person') && name.includes(' '))) return sure('Person');
  if (found.organizations().found) return sure('Organization');
  if (found.places().text() === name) return sure('Place');
  return null;
}

const speechBefore = /^(?:accord)$/u;

/** "the Skerrow Lantern", "Ruhl's Civic List": nobody is called so. */
function byArticle(sightings: readonly Sighting[]): GuessedType | null {
  // "the Haugland brothers": a short form may only tell which.
  const whole = sightings.filter(({ run }) => run.words.length > 1);
  const withArticle = whole.filter(
    ({ run }) => /^(?:the|['’]s?)$/u.test(run.before) && run.title === null,
  ).length;
  if (withArticle === 0 || withArticle * 2 < whole.length) return null;
  return { type: 'Organization', unsure: 'by the word before it no person; a body, or a thing' };
}

/** "X, which", "X, owned by". */
function byRelative(sightings: readonly Sighting[]): GuessedType | null {
  if (
    sightings.some(({ after }) => /^(?:own|found|headquarter)$/u.test(after[0] ?? '') && after[1] === 'by')
  ) {
    return { type: 'Company', unsure: 'somebody owns or founded it' };
  }
  if (!sightings.some(({ after }) => after[0] === 'which')) return null;
  return { type: 'Organization', unsure: 'it is a "which"; a body, or a thing' };
}

function byPosition(sightings: readonly Sighting[]): GuessedType | null {
  const speaks = sightings.filter(
    ({ after }) => speechVerbs.has(after[0] ?? '') || after[0] === 'who',
  ).length;
  const place = sightings.filter(({ before }) =>
    /^(?:in|at|near|from|inside|outside|around|across)$/u.test(before[0] ?? ''),
  ).length;
  const named = sightings.some(({ run }) => run.words.length > 1);
  if (speaks > 0 && speaks >= place) {
    return { type: 'Person', unsure: named ? null : 'it speaks; a person, or a body' };
  }
  if (place > 0) return { type: 'Place', unsure: 'a place by the word before it' };
  if (sightings.some(({ before }) => before[0] === 'to' && speechBefore.test(before[1] ?? ''))) {
    return { type: 'Organization', unsure: 'it is quoted; a body, or a person' };
  }
  return null;
}

function byShape(words: readonly string[]): GuessedType | null {
  if (words.length < 2) return null;
  if (words.includes('of') || words.includes('and')) {
    return { type: 'Organization', unsure: 'a name of several words; nothing says of what' };
  }
  return { type: 'Person', unsure: 'capitalised words; nothing says that it is a person' };
}
