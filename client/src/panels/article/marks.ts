import type { ClaimRecord, TextSpan } from '../../api/graph.ts';

/** One place at which the quote of a claim is printed. */
export interface Mark extends TextSpan {
  readonly claim: ClaimRecord;
  /** 0 for the first place, 1 where it is printed again, and so on. */
  readonly printing: number;
  /** Level of its underline, from the text down; null where two others lie there already. */
  readonly lane: 0 | 1 | null;
}

/** Somebody or something that is named in the text. */
export interface Named extends TextSpan {
  readonly id: string;
  readonly type: string;
}

/** A stretch of text throughout which the same marks lie. */
export interface Segment extends TextSpan {
  readonly text: string;
  /** The longest first. */
  readonly marks: readonly Mark[];
  readonly named: Named | null;
}

export interface Paragraph extends TextSpan {
  readonly segments: readonly Segment[];
}

/** A name for a mark that stays the same as long as the article does. */
export function markKey({ claim, printing }: Pick<Mark, 'claim' | 'printing'>): string {
  return `${claim.id} ${printing}`;
}

function overlap(one: TextSpan, other: TextSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/** All marks in the order of the text, longer ones first, each on the highest free lane. */
export function marksOf(claims: readonly ClaimRecord[]): readonly Mark[] {
  const places = claims
    .flatMap((claim) => claim.quotePlaces.map((place, printing) => ({ ...place, claim, printing })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.claim.id.localeCompare(b.claim.id));
  const marks: Mark[] = [];
  for (const place of places) {
    const taken = new Set(marks.filter((mark) => overlap(mark, place)).map((mark) => mark.lane));
    const lane = taken.has(0) ? (taken.has(1) ? null : 1) : 0;
    marks.push({ ...place, lane });
  }
  return marks;
}

interface Mentioned {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
}

/** Where the text names somebody: whole words, the longest name first, upper and lower case as written. */
export function namesIn(text: string, mentions: readonly Mentioned[]): readonly Named[] {
  const owners = new Map<string, Mentioned>();
  for (const mention of mentions)
    for (const name of [mention.name, ...mention.aliases]) if (!owners.has(name)) owners.set(name, mention);
  const names = [...owners.keys()].filter(Boolean).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].flatMap((match) => {
    const owner = owners.get(match[0]);
    if (!owner) return [];
    return [{ start: match.index, end: match.index + match[0].length, id: owner.id, type: owner.type }];
  });
}

/** The paragraphs of a text, parted by empty lines. */
function paragraphSpans(text: string): readonly TextSpan[] {
  return [...text.matchAll(/\S(?:(?!\n\s*\n)[\s\S])*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}

/** The text cut so that within a segment nothing begins or ends. */
export function paragraphsOf(
  text: string,
  { marks, named }: { readonly marks: readonly Mark[]; readonly named: readonly Named[] },
): readonly Paragraph[] {
  return paragraphSpans(text).map((paragraph) => {
    const inside = marks.filter((mark) => overlap(mark, paragraph));
    const names = named.filter((name) => overlap(name, paragraph));
    const cuts = new Set([paragraph.start, paragraph.end]);
    for (const { start, end } of [...inside, ...names])
      for (const cut of [start, end]) if (cut > paragraph.start && cut < paragraph.end) cuts.add(cut);
    const places = [...cuts].toSorted((a, b) => a - b);
    const segments = places.slice(0, -1).map((start, index) => {
      const span = { start, end: places[index + 1] ?? paragraph.end };
      return {
        ...span,
        text: text.slice(span.start, span.end),
        marks: inside.filter((mark) => overlap(mark, span)),
        named: names.find((name) => overlap(name, span)) ?? null,
      };
    });
    return { ...paragraph, segments };
  });
}
