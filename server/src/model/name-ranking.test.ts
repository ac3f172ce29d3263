import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText } from '../lib/fold-text.ts';
import { matchText, type Named, parseTextQuery, rankNames } from './name-ranking.ts';

const named = (id: string, name: string, aliases: readonly string[] = []): Named => ({ id, name, aliases });
const graph = [
  named('delcy', 'Delcy Rodríguez', ['Rodríguez', 'President Rodríguez']),
  named('ratcliffe', 'John Ratcliffe', ['CIA Director John Ratcliffe']),
  named('cia', 'Central Intelligence Agency', ['CIA', 'the agency', 'agency operatives']),
  named('cia-annex', 'CIA annex in Venezuela', ['CIA annex']),
  named('state', 'US State Department', ['State']),
  named('meeting', 'meeting of Rodríguez and Ratcliffe, January 2026'),
];
const ids = (query: string): readonly string[] =>
  rankNames(query, graph).map(({ candidate }) => candidate.id);

describe('ranking of names', () => {
  it.each([
    ['rodriguez', 'delcy', 'Rodríguez', 0],
    ['RODRÍGUEZ', 'delcy', 'Rodríguez', 0],
    ['rodrigez', 'delcy', 'Delcy Rodríguez', 1],
    ['ratclif', 'ratcliffe', 'John Ratcliffe', 0],
    ['ratcilffe', 'ratcliffe', 'John Ratcliffe', 1],
    ['agency', 'cia', 'the agency', 0],
    ['cia', 'cia', 'CIA', 0],
    ['delcy rod', 'delcy', 'Delcy Rodríguez', 0],
    ['rodriguez delcy', 'delcy', 'Delcy Rodríguez', 0],
    ['"state"', 'state', 'State', 0],
    ['“cia annex”', 'cia-annex', 'CIA annex', 0],
  ])('%s finds %s first', (...[query, id, snippet, distance]) => {
    const [best] = rankNames(query, graph);
    expect(best).toMatchObject({ candidate: { id }, snippet, distance });
  });

  it('puts a name that begins with the query before one with a word that does', () => {
    expect(ids('cia')).toEqual(['cia', 'cia-annex', 'ratcliffe']);
  });

  it('takes words in quotation marks as they are', () => {
    expect(ids('"rodrigez"')).toEqual([]);
    expect(ids('"ratclif"')).toEqual([]);
    expect(ids('"rodriguez"')).toEqual(['delcy', 'meeting']);
  });

  it('takes words beside quotation marks with letters off, and both have to fit', () => {
    expect(ids('"rodriguez" delci')).toEqual(['delcy']);
    expect(ids('ratclife "meeting of"')).toEqual(['meeting']);
    expect(ids('"rodriguez" "ratcliffe"')).toEqual(['meeting']);
    expect(ids('"rodriguez" cuba')).toEqual([]);
    expect(ids('rodriguez "')).toEqual(['delcy', 'meeting']);
  });

  it('finds nothing where there is nothing to look for', () => {
    expect([ids(''), ids('  '), ids('"'), ids('zzzz')]).toEqual([[], [], [], []]);
  });

  it('lets weight decide between equally good ones', () => {
    const roles = [named('a', 'President of X', ['President']), named('b', 'President of Y', ['President'])];
    const weights: Readonly<Record<string, number>> = { a: 1, b: 5 };
    const ranked = rankNames('president', roles, ({ id }) => weights[id] ?? 0);
    expect(ranked.map(({ candidate }) => candidate.id)).toEqual(['b', 'a']);
  });

  it('marks what matched in the text as printed', () => {
    const marked = (query: string, value: string): readonly string[] =>
      matchText(parseTextQuery(query), value)?.highlights.map(({ start, end }) => value.slice(start, end)) ??
      [];
    expect(marked('rodrig', 'Delcy Rodríguez')).toEqual(['Rodríg']);
    expect(marked('rodri\u0301guez', 'Delcy Rodri\u0301guez')).toEqual(['Rodri\u0301guez']);
    expect(marked('obrien del', "Delcy O'Brien")).toEqual(['Delcy', "O'Brien"]);
    expect(marked('strasse', 'Lange Straße')).toEqual(['Straße']);
  });

  it.each(['⻳＂Ⰰ', '5" gun', 'O"Neil'])('takes a quotation mark alone in %s for none', (name) => {
    expect(matchText(parseTextQuery(name), name)).toMatchObject({ score: 1, distance: 0 });
  });

  it('finds every name by itself, first, whatever it is made of', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[\p{L}\p{N}]/u.test(text));
    fc.assert(
      fc.property(name, (text) => {
        const unquoted = Array.from(text)
          .filter((sign) => !foldText(sign).includes('"'))
          .join('');
        const match = matchText(parseTextQuery(unquoted), text);
        expect(match).toMatchObject({ score: 1, distance: 0 });
        for (const { start, end } of match?.highlights ?? []) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
