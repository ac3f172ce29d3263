import { parsePartialDate } from '../../model/partial-date.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import type { StoreMap } from '../../store/values.ts';
import { spanInClaim, spanOfText } from '../loaded-article.ts';
import type { LoadedArticle, ScriptSpan } from '../loaded-article.ts';
import { textOf } from '../row-values.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const names = ['date', 'from', 'to'] as const;
const forms = "Write a text such as '2026', '2026-01', '2026-01-28' or '2026-01-28T12:00Z'.";

/** Dates are partial ISO dates that exist, in order, and what is done lies before the article. */
export const dates: Check = {
  name: 'dates',
  find: (loaded) => {
    const { claims, nodes, node, prepared } = loaded;
    return [
      ...(node ? malformed(node.properties, ['publishedAt'], (text) => spanOfText(prepared, text)) : []),
      ...Array.from(nodes).flatMap(([id, { properties }]) =>
        rangeFindings(properties, () => spanOfText(prepared, id)),
      ),
      ...claims.flatMap((claim) => {
        const at = (text: string): ScriptSpan => spanInClaim(loaded, claim, text);
        return [...rangeFindings(claim.properties, at), ...futureFindings(claim.properties, at, loaded)];
      }),
    ];
  },
};

type Place = (text: string) => ScriptSpan;

function malformed(properties: StoreMap, of: readonly string[], at: Place): readonly Finding[] {
  return of.flatMap((name): Finding[] => {
    const value = properties[name] ?? null;
    if (value === null || (typeof value === 'string' && parsePartialDate(value))) return [];
    const text = typeof value === 'string' ? value : '';
    const message = text === '' ? `${name} is no text.` : `${name} is "${text}", which is no date.`;
    return [{ ...at(text), code: 'DATE', message, hint: forms }];
  });
}

function rangeFindings(properties: StoreMap, at: Place): readonly Finding[] {
  const wrong = malformed(properties, names, at);
  if (wrong.length > 0) return wrong;
  const { date = null, from = null, to = null } = properties;
  if (date !== null && (from !== null || to !== null)) {
    const hint =
      'Keep date for one point in time, or from and to (each may be left out) for a stretch of it.';
    return [{ ...at(textOf(date)), code: 'DATE', message: 'There is both a date and from or to.', hint }];
  }
  const [first, last] = [readDate(from), readDate(to)];
  if (!first || !last || first.min <= last.max) return [];
  const message = `It ends (${last.text}) before it begins (${first.text}).`;
  return [{ ...at(last.text), code: 'DATE', message, hint: 'Exchange from and to.' }];
}

function futureFindings(properties: StoreMap, at: Place, { node }: LoadedArticle): readonly Finding[] {
  const { status, date = null, from = null, to = null } = properties;
  const published = readDate(node?.properties['publishedAt']);
  if (!published || status === 'planned' || status === 'predicted') return [];
  return [date, from, to]
    .map(readDate)
    .filter((value) => value !== null)
    .filter(({ min }) => min > published.max)
    .map(({ text }) => ({
      ...at(text),
      code: 'DATE',
      message: `${text} lies after the article (${published.text}), and the claim is not planned or predicted.`,
      hint: "Correct the date, or give the claim the status 'planned' or 'predicted'.",
    }));
}

function readDate(value: unknown): PartialDate | null {
  return typeof value === 'string' ? parsePartialDate(value) : null;
}
