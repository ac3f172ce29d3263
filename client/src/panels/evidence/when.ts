import type { ClaimRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';

/** A date and, smaller, what is to be said about it. */
export interface When {
  readonly date: string;
  readonly detail: string | null;
}

const words = en.evidence.when;

function interval({ validFrom, validTo }: ClaimRecord): string | null {
  if (validFrom && validTo) {
    return validFrom === validTo
      ? en.dateWords(validFrom)
      : words.span(en.dateWords(validFrom), en.dateWords(validTo));
  }
  if (validFrom) return words.since(en.dateWords(validFrom));
  return validTo && words.until(en.dateWords(validTo));
}

/** When it happened, as precisely as the text says. A plan without a date has not happened yet. */
export function happened(claim: ClaimRecord): When {
  const date = interval(claim);
  const written = claim.dateText ? words.written(claim.dateText) : null;
  if (date) return { date, detail: written };
  const ahead = claim.status === 'PLANNED' || claim.status === 'PREDICTED';
  return { date: ahead ? words.notYet : words.noDate, detail: written ?? words.notInText };
}

/** When it happened in a few words: the date, else the words of the text, else that there is none. */
function happenedBriefly(claim: ClaimRecord): string {
  return interval(claim) ?? (claim.dateText ? `“${claim.dateText}”` : happened(claim).date);
}

/** Both dates in one line, where there is no room for more: "“days ago”, published 28 Jan 2026". */
export function bothDates(claim: ClaimRecord): string {
  return words.both(happenedBriefly(claim), published(claim).date);
}

/** When it was published, and since when it was known if the article retells an earlier report. */
export function published(claim: ClaimRecord): When {
  const date = claim.publishedAt ? en.dateWords(claim.publishedAt) : words.unknown;
  const report = claim.article?.basedOn;
  const through = claim.attributedTo.some(
    (speaker) => speaker.type === 'Outlet' && speaker.name === report?.publisher,
  );
  if (!report?.publishedAt || !report.publisher || !through) return { date, detail: null };
  return { date, detail: words.knownSince(en.dateWords(report.publishedAt), report.publisher) };
}
