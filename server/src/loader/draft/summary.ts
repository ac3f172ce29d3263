import type { Proposals } from './write-script.ts';

/** What a draft holds, in numbers for the author. */
export interface DraftSummary {
  readonly entities: { readonly linked: number; readonly proposed: number; readonly unsure: number };
  /** Without words held at a distance. */
  readonly quotations: { readonly withSpeaker: number; readonly withoutSpeaker: number };
  readonly dates: number;
  readonly claims: { readonly typed: number; readonly open: number; readonly unsure: number };
  /** Sentences in which no claim was found: read them with care. */
  readonly sentences: { readonly total: number; readonly withoutClaim: number };
}

export function summaryOf({ reading, cast, quotations, dates, claims }: Proposals): DraftSummary {
  const testimony = quotations.filter(({ isScare }) => !isScare);
  const open = claims.filter(({ type }) => type === 'ASSOCIATED_WITH');
  const withSpeaker = testimony.filter(({ speaker }) => speaker !== null).length;
  return {
    entities: {
      linked: cast.entities.filter(({ known }) => known !== null).length,
      proposed: cast.entities.filter(({ known }) => known === null).length,
      unsure: cast.entities.filter(({ unsure }) => unsure.length > 0).length,
    },
    quotations: { withSpeaker, withoutSpeaker: testimony.length - withSpeaker },
    dates: dates.length,
    claims: {
      typed: claims.length - open.length,
      open: open.length,
      unsure: claims.filter(({ unsure }) => unsure.length > 0).length,
    },
    sentences: {
      total: reading.sentences.length,
      withoutClaim: reading.sentences.length - new Set(claims.map(({ sentence }) => sentence)).size,
    },
  };
}
