import { cypherString } from '../../lib/cypher-literal.ts';
import { comment, excerpt } from './comment.ts';
import type { ClaimStub, FoundDate } from './proposal.ts';

/** One claim as a statement, with what the author must decide in comments above it. */
export function writeClaim(
  claim: ClaimStub,
  { article, text }: { article: string; text: string },
): readonly string[] {
  const { id, source, target, type, status, speaker, quote, prefix } = claim;
  const voice = `voice-${article}`;
  const chain = [...(speaker === null || speaker.id === voice ? [] : [speaker.id]), voice];
  const lines = [
    `article: ${cypherString(article)}, status: ${cypherString(status)},`,
    `quote: ${cypherString(text.slice(quote.start, quote.end))},`,
    ...(prefix === null ? [] : [`prefix: ${cypherString(prefix)},`]),
    `attributedTo: [${chain.map(cypherString).join(', ')}],`,
    ...dateLines(claim.date),
    'unreviewed: true',
  ];
  return [
    ...remarks(claim),
    `MATCH (a:Entity {id: ${cypherString(source.id)}}), (b:Entity {id: ${cypherString(target.id)}})`,
    `MERGE (a)-[r:${type} {id: ${cypherString(id)}}]->(b)`,
    'SET r += {',
    ...lines.map((line) => `  ${line}`),
    '};',
  ];
}

function remarks({ type, candidates, verb, unsure, date }: ClaimStub): readonly string[] {
  const choice = candidates.length === 0 ? 'no type fits both ends' : `perhaps ${candidates.join(', ')}`;
  return [
    ...(type === 'ASSOCIATED_WITH' ? [comment(`choose the type: "${excerpt(verb)}"; ${choice}`)] : []),
    ...unsure.map((why) => comment(`unsure: ${why}`)),
    ...(date?.unsure ? [comment(`unsure: the date: ${date.unsure}`)] : []),
  ];
}

function dateLines(date: FoundDate | null): readonly string[] {
  if (date === null) return [];
  const values = [
    ...(['date', 'from', 'to'] as const).flatMap((key) => {
      const value = date[key];
      return value === null ? [] : [`${key}: ${cypherString(value)}`];
    }),
    `dateText: ${cypherString(date.text.replaceAll(/\s+/gu, ' '))}`,
  ];
  return [`${values.join(', ')},`];
}
