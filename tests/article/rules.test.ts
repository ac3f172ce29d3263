import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { quoteFinder } from '../../server/src/lib/quote-places.ts';
import { claimStatuses } from '../../server/src/model/claim.ts';
import { mayStandAt, parseVocabulary } from '../../server/src/model/vocabulary.ts';
import { datesAgainstRules } from './date-rules.ts';
import { LoadedGraph, textOf, type LoadedClaim, type LoadedEntity } from './loaded-graph.ts';
import { articleScripts, vocabularyJson } from './scripts.ts';

const vocabulary = parseVocabulary(vocabularyJson);

describe.each(articleScripts)('$file', ({ article, text: script }) => {
  let graph: LoadedGraph;
  let claims: readonly LoadedClaim[];
  let entities: readonly LoadedEntity[];
  let text: string;
  let publishedAt: string;

  beforeAll(async () => {
    graph = await LoadedGraph.of(script);
    claims = await graph.claims();
    entities = await graph.entities();
    const [row] = await graph.rows(
      `MATCH (a:Article {id: '${article}'}) RETURN a.text AS text, a.publishedAt AS publishedAt`,
    );
    text = textOf(row?.['text']);
    publishedAt = textOf(row?.['publishedAt']);
  });

  afterAll(async () => graph.close());

  const offenders = (isWrong: (claim: LoadedClaim) => boolean): string[] =>
    claims.filter((claim) => isWrong(claim)).map(({ id }) => id);
  const byId = (id: string): LoadedClaim | undefined => claims.find((claim) => claim.id === id);

  test('says something', () => {
    expect(claims.length).toBeGreaterThan(0);
    expect(publishedAt).toBe(article.slice(0, 10));
  });

  test('every quote stands in the text, in one paragraph, neither a word nor a page', () => {
    const find = quoteFinder(text);
    const places = (claim: LoadedClaim): string[] =>
      find(claim.quote).map(({ start, end }) => text.slice(start, end));
    expect(offenders((claim) => places(claim).length === 0)).toEqual([]);
    expect(offenders((claim) => places(claim).some((place) => place.includes('\n')))).toEqual([]);
    expect(offenders(({ quote }) => quote.length < 15 || quote.length > 400)).toEqual([]);
  });

  test('every claim belongs to the article, under an id of its own', () => {
    expect(offenders((claim) => claim.article !== article)).toEqual([]);
    expect(offenders(({ id }) => !/^[a-z0-9-]+$/.test(id.replace(`${article}/`, '')))).toEqual([]);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  test('every claim has one of the eight statuses', () => {
    expect(offenders(({ status }) => !claimStatuses.some((known) => known === status))).toEqual([]);
  });

  test('every claim has speakers, nobody twice, each an entity that may speak', () => {
    const sources = new Set(entities.filter(({ labels }) => labels.includes('Source')).map(({ id }) => id));
    expect(offenders(({ attributedTo }) => attributedTo.length === 0)).toEqual([]);
    expect(offenders(({ attributedTo }) => attributedTo.some((speaker) => !sources.has(speaker)))).toEqual(
      [],
    );
    expect(offenders(({ attributedTo }) => new Set(attributedTo).size < attributedTo.length)).toEqual([]);
    expect(offenders(({ attributedTo }) => attributedTo.at(-1) !== `voice-${article}`)).toEqual([]);
  });

  test('disputes point at other claims of the article', () => {
    expect(offenders(({ id, disputes }) => disputes.some((other) => other === id || !byId(other)))).toEqual(
      [],
    );
  });

  test('a denial has the type and the ends of what it denies', () => {
    const denials = claims.filter(({ status }) => status === 'denied');
    const denied = ({ type, source, target }: LoadedClaim): string => `${source} ${type} ${target}`;
    for (const denial of denials) {
      expect(denial.disputes).not.toEqual([]);
      for (const other of denial.disputes.map(byId)) {
        expect(other && denied(other)).toBe(denied(denial));
      }
    }
  });

  test('types are in the vocabulary and join what they may join', () => {
    expect(offenders(({ type }) => !vocabulary.relationType(type).described)).toEqual([]);
    expect(
      offenders(({ type, sourceLabels, targetLabels }) => {
        const { from, to } = vocabulary.relationType(type);
        return !mayStandAt(from, sourceLabels) || !mayStandAt(to, targetLabels);
      }),
    ).toEqual([]);
    expect(
      offenders(({ type, source, target }) => vocabulary.relationType(type).symmetric && source > target),
    ).toEqual([]);
  });

  test('every entity has a name, a known type and a good id', () => {
    const marks = new Set(['Entity', 'Source']);
    const typesOf = ({ labels }: LoadedEntity): string[] => labels.filter((label) => !marks.has(label));
    for (const entity of entities) {
      expect(entity.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(entity.id.length).toBeLessThanOrEqual(80);
      expect(textOf(entity.properties['name']).trim()).not.toBe('');
      expect(typesOf(entity).map((type) => vocabulary.entityType(type).described)).toEqual([true]);
    }
  });

  test('every entity is mentioned, the voice excepted, and stands in a claim or speaks', async () => {
    const ids = entities.map(({ id }) => id);
    const mentioned = await graph.column(
      `MATCH (:Article {id: '${article}'})-[:MENTIONS]->(e) RETURN e.id AS id`,
    );
    const used = new Set(
      claims.flatMap(({ source, target, attributedTo }) => [source, target, ...attributedTo]),
    );
    expect(mentioned.toSorted()).toEqual(ids.filter((id) => id !== `voice-${article}`));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  test('dates follow the rules', () => {
    expect(claims.flatMap((claim) => datesAgainstRules(claim, publishedAt))).toEqual([]);
  });

  test('a second run changes nothing', async () => {
    const before = [
      await graph.claims(),
      await graph.entities(),
      await graph.rows('MATCH (n) RETURN count(n)'),
    ];
    await graph.run(script);
    expect([
      await graph.claims(),
      await graph.entities(),
      await graph.rows('MATCH (n) RETURN count(n)'),
    ]).toEqual(before);
  });
});
