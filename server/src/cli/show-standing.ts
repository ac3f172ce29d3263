import type { BackedRelation, Contradiction, GraphChange, NamedRelation } from '../loader/report.ts';
import { articleOfClaim } from '../model/ids.ts';
import type { CaptionOf } from './captions.ts';
import { listed } from './lists.ts';
import type { ListView } from './lists.ts';
import { count } from './numbers.ts';
import { harmless } from './screen.ts';

export interface StandingView extends ListView {
  readonly captionOf: CaptionOf;
}

/**
 * What a load means for what was known: relations with more origins, then claims that stand against those
 * of other articles. What an article sets against itself its author knows: it is counted, and listed last.
 */
export function standingLines(
  { backed, contradicted }: Pick<GraphChange, 'backed' | 'contradicted'>,
  view: StandingView,
): readonly string[] {
  const linesOf = (contradiction: Contradiction): readonly string[] =>
    contradictionLines(contradiction, view);
  const within = contradicted.filter(isWithinArticle);
  return [
    ...listed(backed, view, (relation) => backedLines(relation, view)),
    ...listed(
      contradicted.filter((one) => !isWithinArticle(one)),
      view,
      linesOf,
    ),
    ...(within.length === 0 ? [] : [withinHeading(within.length, view)]),
    ...(view.all ? within.flatMap(linesOf) : []),
  ];
}

/** Both claims are of one article. */
export function isWithinArticle({ claim, against }: Contradiction): boolean {
  return articleOfClaim(claim) === articleOfClaim(against);
}

function withinHeading(number: number, { all, colors }: StandingView): string {
  const heading = `contradictions within the article: ${count(number, 'pair')} of its own claims`;
  return all ? heading : `${heading} ${colors.dim('(--all shows them)')}`;
}

/**
 * @example
 * BACKED        Delcy Rodríguez met John Ratcliffe: now 2 independent origins (1 before)
 *               2026-02-01-annex-denied/met-ratcliffe
 */
function backedLines(
  { relation, originsBefore, originsAfter, claims }: BackedRelation,
  view: StandingView,
): readonly string[] {
  const { green, dim } = view.colors;
  const now = count(originsAfter, 'independent origin');
  const before = originsBefore === 0 ? 'none before' : `${originsBefore} before`;
  return [
    `${green('BACKED')}        ${inWords(relation, view)}: now ${now} (${before})`,
    ...claims.map((claim) => margin + dim(harmless(claim))),
  ];
}

const margin = ' '.repeat(14);

/**
 * @example
 * CONTRADICTED  Ana Ruiz controls Port Authority: one claim says so, one denies it
 *               2030-05-02-port/ruiz-denies
 *               2030-05-01-docks/runs-port
 */
function contradictionLines(contradiction: Contradiction, view: StandingView): readonly string[] {
  const { claim, against, relation, againstRelation } = contradiction;
  const { dim } = view.colors;
  const what = whatIsWrong(contradiction, view);
  if (relation.id === againstRelation.id) {
    const heading = `${what.word}${inWords(relation, view)}: ${what.why}`;
    return [heading, margin + dim(harmless(claim)), margin + dim(harmless(against))];
  }
  const both = [
    [relation, claim],
    [againstRelation, against],
  ] as const;
  return [
    `${what.word}${what.why}`,
    ...both.map(([one, id]) => `${margin}${inWords(one, view)}  ${dim(harmless(id))}`),
  ];
}

function whatIsWrong(
  { kind }: Contradiction,
  { colors }: StandingView,
): { readonly word: string; readonly why: string } {
  const word = `${colors.red('CONTRADICTED')}  `;
  switch (kind) {
    case 'disputed':
      return { word, why: 'one claim disputes the other' };
    case 'denied':
      return { word, why: 'one claim says so, one denies it' };
    case 'possible':
      return {
        word: `${colors.yellow('POSSIBLY')}      `,
        why: 'both are claimed, and can hardly both hold',
      };
  }
}

function inWords({ source, type, target }: NamedRelation, { captionOf }: StandingView): string {
  return harmless(`${source} ${captionOf(type)} ${target}`);
}
