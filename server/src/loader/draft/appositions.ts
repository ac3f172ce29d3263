import type { TextSpan } from '../../lib/quote-places.ts';
import type { Mention } from './proposal.ts';
import type { Reading } from './reading.ts';

/** Two entities tied by an office between them instead of by a verb: "X, the chief executive of Y". */
export interface Apposition extends TextSpan {
  readonly holder: Mention;
  readonly body: Mention;
  /** The office in the text's words, without its article. */
  readonly office: string;
  /** In the order in which they may be tried. */
  readonly types: readonly string[];
  readonly unsure: string | null;
}

const leading =
  'boss|chair|chairman|chairwoman|chief|chief executive|commander|director|director general|editor|founder|governor|head|leader|owner|premier|president|prime minister|rector|secretary general';
const serving =
  'adviser|agent|aide|ambassador|analyst|clerk|diplomat|employee|envoy|finance minister|foreign minister|lawyer|manager|minister|night manager|officer|official|operations manager|reporter|representative|secretary|solicitor|spokesman|spokesperson|spokeswoman|worker';
const belonging = 'member|partner';
const office = `(?:(?:the|a|an|one|its|then)\\s+)?((?:(?:former|acting|deputy|interim|senior)\\s+)*(?:[\\p{L}-]+\\s+){0,1}?(?:${leading}|${serving}|${belonging}))`;

/** "X, the office of Y" or "X, office of Y". */
const behindName = new RegExp(`^,\\s+${office}\\s+(?:of|for|at|in)\\s+(?:the\\s+)?$`, 'iu');
/** "Y's office, X" and "Y's office X". */
const inFrontOfName = new RegExp(`^['’]s?\\s+${office},?\\s+$`, 'iu');
/** "the office of Y, X". */
const startsBefore = new RegExp(`${office}\\s+(?:of|for|at)\\s+(?:the\\s+)?$`, 'iu');

const people = new Set(['Person', 'Group']);

/** Appositions in the order of the text. Only neighbours are looked at, so that it takes time linear in their number. */
export function appositionsIn(reading: Reading, mentions: readonly Mention[]): readonly Apposition[] {
  return mentions.flatMap((first, index): readonly Apposition[] => {
    const second = mentions[index + 1];
    if (!second || second.sentence !== first.sentence || second.start - first.end > 60) return [];
    const between = reading.text.slice(first.end, second.start).replaceAll(/\s+/gu, ' ');
    const meeting = isPerson(first) && isPerson(second) ? meetingOf(reading, first, second) : null;
    if (meeting) return [meeting];
    if (first.entity.type === 'Role' || second.entity.type === 'Role')
      return titled(first, second, {
        between,
        title: reading.text.slice(Math.max(0, first.start - 7), first.end),
      });
    if (isPerson(first) && !isPerson(second)) {
      const found = behindName.exec(between);
      return found
        ? [made(first, second, { office: found[1] ?? '', start: first.start, end: second.end })]
        : [];
    }
    if (isPerson(first) || !isPerson(second)) return [];
    const owning = inFrontOfName.exec(between);
    if (owning)
      return [made(second, first, { office: owning[1] ?? '', start: first.start, end: second.end })];
    if (!/^,\s$/u.test(between)) return [];
    const before = reading.text.slice(Math.max(0, first.start - 50), first.start).replaceAll(/\s+/gu, ' ');
    const led = startsBefore.exec(before);
    return led
      ? [made(second, first, { office: led[1] ?? '', start: first.start - led[0].length, end: second.end })]
      : [];
  });
}

/** "four meetings between A and B". */
function meetingOf({ text }: Reading, first: Mention, second: Mention): Apposition | null {
  const before = text.slice(Math.max(0, first.start - 40), first.start).replaceAll(/\s+/gu, ' ');
  const found = /(?<!\p{L})(?:meetings?|talks|dinners?|encounters?) between $/iu.exec(before);
  if (!found || text.slice(first.end, second.start).trim() !== 'and') return null;
  const span = { start: first.start - found[0].length, end: second.end };
  return { holder: first, body: second, office: found[0].trim(), types: ['MET'], unsure: null, ...span };
}

/** "Infrastructure Minister Tobias Renquist", "CIA Director". */
function titled(
  first: Mention,
  second: Mention,
  { between, title }: { between: string; title: string },
): readonly Apposition[] {
  if (between !== ' ') return [];
  const span = { start: first.start, end: second.end, unsure: null };
  if (isPerson(second)) {
    const unsure = /(?<!\p{L})former\s/iu.test(title) ? over : null;
    return [
      { holder: second, body: first, office: first.entity.name, types: ['HOLDS_ROLE'], ...span, unsure },
    ];
  }
  return second.entity.type === 'Role'
    ? [{ holder: second, body: first, office: second.entity.name, types: ['ROLE_IN'], ...span }]
    : [];
}

const over = '"former": over before publication';
const isPerson = ({ entity }: Mention): boolean => people.has(entity.type);

function made(holder: Mention, body: Mention, found: TextSpan & { readonly office: string }): Apposition {
  const name = found.office.trim();
  const isFormer = /\bformer\b/iu.test(name);
  const plain = name.toLowerCase().replaceAll(/\b(?:former|acting|deputy|interim|senior)\s+/gu, '');
  const ends = (list: string): boolean => new RegExp(`(?:^|\\s)(?:${list})$`, 'u').test(plain);
  const types = ends(serving) ? ['WORKS_FOR'] : ends(belonging) ? ['MEMBER_OF'] : ['LEADS', 'WORKS_FOR'];
  return {
    holder,
    body,
    office: name,
    types,
    unsure: isFormer ? over : null,
    start: found.start,
    end: found.end,
  };
}
