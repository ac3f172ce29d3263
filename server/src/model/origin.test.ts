import { describe, expect, it } from 'vitest';

import { articleId, entityId } from './ids.ts';
import { originOf, type Provenance, retoldBy } from './origin.ts';

const speakers = new Map(
  [
    { id: 'ruiz', labels: ['Entity', 'Person', 'Source'], anonymous: false },
    { id: 'dock-source', labels: ['Entity', 'Person', 'Source'], anonymous: true },
    { id: 'clerk', labels: ['Entity', 'Person', 'Source'], anonymous: true },
    { id: 'daily', labels: ['Entity', 'Outlet', 'Source'], anonymous: false },
    { id: 'wire', labels: ['Entity', 'Outlet', 'Source'], anonymous: false },
    { id: 'voice-retelling', labels: ['Entity', 'Source', 'Voice'], anonymous: false },
  ].map((speaker) => [entityId(speaker.id), { ...speaker, id: entityId(speaker.id) }]),
);
const articles = new Map(
  [
    { id: 'retelling', outlet: null, basedOn: 'daily-report' },
    { id: 'daily-report', outlet: 'daily', basedOn: 'wire-report' },
    { id: 'wire-report', outlet: 'wire', basedOn: null },
    { id: 'snake', outlet: null, basedOn: 'tail' },
    { id: 'tail', outlet: 'daily', basedOn: 'snake' },
  ].map(({ id, outlet, basedOn }) => [
    articleId(id),
    {
      id: articleId(id),
      outlet: outlet === null ? null : entityId(outlet),
      basedOn: basedOn === null ? null : articleId(basedOn),
    },
  ]),
);
const provenance: Provenance = { speaker: (id) => speakers.get(id), article: (id) => articles.get(id) };

const origin = (attributedTo: readonly string[], article: string | null): string | null =>
  originOf(
    { attributedTo: attributedTo.map(entityId), article: article === null ? null : articleId(article) },
    provenance,
  );

describe('origin of a claim', () => {
  it('is a named speaker, however many outlets repeat it', () => {
    expect(origin(['ruiz', 'daily', 'voice-retelling'], 'retelling')).toBe('ruiz');
    expect(origin(['ruiz'], 'wire-report')).toBe('ruiz');
  });

  it('is the root of the reports that the chain runs through, the same for all its unnamed sources', () => {
    expect(origin(['dock-source', 'daily', 'voice-retelling'], 'retelling')).toBe('wire-report');
    expect(origin(['clerk', 'daily', 'voice-retelling'], 'retelling')).toBe('wire-report');
    expect(origin(['daily', 'voice-retelling'], 'retelling')).toBe('wire-report');
  });

  it('is the article for what it says in its own voice, or heard from an unnamed source itself', () => {
    expect(origin(['voice-retelling'], 'retelling')).toBe('retelling');
    expect(origin(['dock-source', 'voice-retelling'], 'retelling')).toBe('retelling');
    expect(origin([], 'retelling')).toBe('retelling');
    expect(origin(['nobody-knows-whom'], 'retelling')).toBe('retelling');
  });

  it('is unknown where a graph names neither', () => {
    expect(origin([], null)).toBeNull();
    expect(origin(['dock-source'], null)).toBeNull();
  });

  it('ends although reports retell each other', () => {
    expect(retoldBy(articleId('snake'), provenance)).toEqual(['tail']);
    expect(origin(['daily'], 'snake')).toBe('tail');
  });
});
