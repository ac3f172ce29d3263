import type { ClaimRecord, Speaker } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { articleShortName } from '../base/article-title.ts';

/** One speaker on the way from whoever said it to the text that we read. */
export interface ChainStep {
  readonly id: string;
  readonly type: string;
  readonly anonymous: boolean;
  /** What this speaker did, such as "to CNN". */
  readonly words: string;
  /** Smaller words behind, such as the report and its date. */
  readonly detail: string | null;
}

const words = en.evidence.who;

const voice = 'Voice';
const outlet = 'Outlet';

/**
 * "unnamed US official (Daily, 2030-05-01)" becomes "An unnamed US official": somebody without a name is one of
 * several, and what tells him apart from others stands in the rows below.
 */
function introduced({ name: full, anonymous, type }: Speaker): string {
  const name = anonymous ? full.replace(/\s*\([^)]*\)$/, '') : full;
  if (!anonymous || type !== 'Person' || /^(an?|the|one) /i.test(name)) {
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return /^[aeiou]/i.test(name) ? words.an(name) : words.a(name);
}

/** The report behind a retelling, if this outlet published it. */
function reportOf(claim: ClaimRecord, speaker: Speaker): string | null {
  const report = claim.article?.basedOn;
  if (!report || speaker.type !== outlet || report.publisher !== speaker.name) return null;
  return words.report(report.publishedAt && en.dateWords(report.publishedAt), false);
}

function articleWords(claim: ClaimRecord): string | null {
  if (!claim.article) return null;
  const { title, publishedAt } = claim.article;
  const name = articleShortName(claim.article);
  // An article without a title is already named by its date.
  return title && publishedAt ? `${name}, ${en.dateWords(publishedAt)}` : name;
}

function stepWords(speaker: Speaker, { first, retold }: { first: boolean; retold: boolean }): string {
  if (speaker.type === voice) {
    if (first) return words.article;
    return retold ? words.retold : words.quoted;
  }
  if (first) return introduced(speaker);
  return speaker.type === outlet ? words.to(speaker.name) : words.toldBy(speaker.name);
}

/** The chain of speakers of a claim, from the first speaker to the article that was read. */
export function chainOf(claim: ClaimRecord): readonly ChainStep[] {
  const retold = claim.attributedTo.some((speaker) => speaker.type === outlet);
  return claim.attributedTo.map((speaker, index) => ({
    id: speaker.id,
    type: speaker.type,
    anonymous: speaker.anonymous,
    words: stepWords(speaker, { first: index === 0, retold }),
    detail: speaker.type === voice ? articleWords(claim) : reportOf(claim, speaker),
  }));
}

/** Whoever said it first, for a list: "Donald Trump", "A reporter", "The article itself". */
export function firstSpeaker(claim: ClaimRecord): string {
  const [speaker] = claim.attributedTo;
  return speaker ? stepWords(speaker, { first: true, retold: false }) : words.nobody;
}
