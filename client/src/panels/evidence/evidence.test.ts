import { describe, expect, it } from 'vitest';

import type { ArticleSummary, ClaimRecord, ClaimStatus, RelationRecord, Speaker } from '../../api/graph.ts';
import { supportOf } from '../base/ladder.ts';
import { chainOf, firstSpeaker } from './chain.ts';
import { paragraphAt, placeWords } from './place-words.ts';
import { disputesElsewhere, positionsOf } from './positions.ts';
import { quoteInContext } from './quote-in-context.ts';
import { happened, published } from './when.ts';

const article: ArticleSummary = {
  id: '2030-05-02-port',
  title: 'The port',
  publisher: 'Evening',
  url: null,
  publishedAt: '2030-05-02',
  basedOn: { id: '2030-05-01-dock', title: null, publisher: 'Daily', publishedAt: '2030-05-01' },
  textHeld: true,
};

const source: Speaker = {
  id: 'dock',
  name: 'unnamed dock worker (Daily, 2030-05-01)',
  type: 'Person',
  anonymous: true,
};
const daily: Speaker = { id: 'daily', name: 'Daily', type: 'Outlet', anonymous: false };
const voice: Speaker = { id: 'voice', name: 'the article’s own voice', type: 'Voice', anonymous: false };
const ruiz: Speaker = { id: 'ana-ruiz', name: 'Ana Ruiz', type: 'Person', anonymous: false };

function claim(id: string, status: ClaimStatus, rest: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    id,
    relationId: 'a~RUNS~b',
    status,
    quote: 'runs the port',
    quotePlaces: [{ start: 0, end: 13 }],
    context: null,
    article,
    attributedTo: [voice],
    originId: article.id,
    disputes: [],
    disputedBy: [],
    validFrom: null,
    validTo: null,
    dateText: null,
    note: null,
    publishedAt: '2030-05-02',
    ...rest,
  };
}

function relation(claims: readonly ClaimRecord[], rest: Partial<RelationRecord> = {}): RelationRecord {
  return {
    id: 'a~RUNS~b',
    type: 'RUNS',
    sourceId: 'a',
    targetId: 'b',
    standing: 'SINGLE_ORIGIN',
    claimCount: claims.length,
    statusCounts: claims.map(({ status }) => ({ status, count: 1 })),
    originCount: 1,
    claims,
    ...rest,
  };
}

describe('the chain of speakers', () => {
  it('reads from whoever said it to the text that retells it', () => {
    const chain = chainOf(claim('1', 'REPORTED', { attributedTo: [source, daily, voice] }));
    expect(chain.map(({ words, detail }) => [words, detail])).toEqual([
      ['An unnamed dock worker', null],
      ['to Daily', 'report of 1 May 2030, text not held'],
      ['as retold here', 'The port, 2 May 2030'],
    ]);
  });

  it('names the article itself where it speaks in its own voice, and quoting where nobody stands between', () => {
    expect(firstSpeaker(claim('1', 'ASSERTED'))).toBe('The article itself');
    expect(chainOf(claim('1', 'DENIED', { attributedTo: [ruiz, voice] })).map((step) => step.words)).toEqual([
      'Ana Ruiz',
      'as quoted here',
    ]);
  });
});

describe('the ladder', () => {
  const other = { originId: 'another' };
  it.each([
    ['asserted twice, two origins', [claim('1', 'ASSERTED'), claim('2', 'ASSERTED', other)], 5],
    ['asserted once, reported by another', [claim('1', 'ASSERTED'), claim('2', 'REPORTED', other)], 4],
    ['reported by two', [claim('1', 'REPORTED'), claim('2', 'REPORTED', other)], 3],
    ['reported by one', [claim('1', 'REPORTED')], 2],
    ['planned', [claim('1', 'PLANNED'), claim('2', 'PLANNED', other)], 1],
    ['opinion', [claim('1', 'OPINION')], 0],
    ['denied only', [claim('1', 'DENIED')], 0],
  ])('%s', (_, claims, level) => {
    expect(supportOf(relation(claims)).level).toBe(level);
  });

  it('drops one step while disputed, and never below none', () => {
    const disputed = { standing: 'DISPUTED' } as const;
    expect(supportOf(relation([claim('1', 'ASSERTED'), claim('2', 'DENIED')], disputed)).level).toBe(3);
    expect(supportOf(relation([claim('1', 'OPINION')], disputed)).level).toBe(0);
  });

  it('says which report it would fall with', () => {
    const only = relation([claim('1', 'REPORTED', { originId: '2030-05-01-dock' })]);
    expect(supportOf(only)).toEqual({
      level: 2,
      counts: '1 origin, 1 telling.',
      sentence: 'Falls without the Daily report.',
    });
    expect(supportOf(relation([claim('1', 'ASSERTED')])).sentence).toBe('');
  });
});

describe('positions', () => {
  it('stand side by side, oldest first, with claims of other relations that disagree', () => {
    const late = claim('late', 'ASSERTED', { publishedAt: '2030-06-01' });
    const early = claim('early', 'REPORTED', { disputedBy: ['far'] });
    const denial = claim('denial', 'DENIED', { disputes: ['late'] });
    const far = claim('far', 'ASSERTED', { relationId: 'c~RUNS~b' });
    const own = relation([late, early, denial]);
    const elsewhere = disputesElsewhere(
      own,
      new Map([
        [own.id, own],
        ['c~RUNS~b', relation([far, claim('unrelated', 'ASSERTED')], { id: 'c~RUNS~b' })],
      ]),
    );
    expect(positionsOf(own, elsewhere).map(({ kind, claims }) => [kind, claims.map(({ id }) => id)])).toEqual(
      [
        ['says-so', ['early', 'late']],
        ['says-not', ['denial']],
        ['otherwise', ['far']],
      ],
    );
  });
});

describe('the quote in its sentence', () => {
  it('is found through typographic signs and uneven spaces', () => {
    const context = 'She said: “Enough  already…” - and left.';
    expect(quoteInContext('"Enough already..."', context)).toEqual({
      before: 'She said: ',
      quoted: '“Enough  already…”',
      after: ' - and left.',
    });
  });

  it('stands alone where the surroundings do not hold it', () => {
    expect(quoteInContext('gone', 'Nothing here.')).toEqual({ before: '', quoted: 'gone', after: '' });
  });
});

describe('place and time', () => {
  it('counts paragraphs by empty lines', () => {
    expect(paragraphAt('One.\n\nTwo.\n\n\n\nThree.', 16)).toBe(3);
  });

  it('says where the quote stands, how often, and when it is gone', () => {
    const twice = claim('1', 'ASSERTED', {
      quotePlaces: [
        { start: 6, end: 9 },
        { start: 12, end: 15 },
      ],
    });
    expect(placeWords(twice, 'One.\n\nTwo.\n\nTwo.')).toBe(
      'Second paragraph, printed twice, all places are marked',
    );
    expect(placeWords(claim('1', 'ASSERTED'), null)).toBe('In the article, found once');
    expect(placeWords(claim('1', 'ASSERTED', { quotePlaces: [] }), 'x')).toBe(
      'The quote is no longer found in the text',
    );
  });

  it('keeps plans apart from what has no date', () => {
    expect(happened(claim('1', 'PLANNED'))).toEqual({ date: 'Not yet', detail: 'no date in the text' });
    expect(happened(claim('1', 'ASSERTED', { dateText: 'days ago' }))).toEqual({
      date: 'No date',
      detail: 'written “days ago”',
    });
    expect(happened(claim('1', 'ASSERTED', { validFrom: '2014' })).date).toBe('Since 2014');
  });

  it('knows since when a retold claim was known', () => {
    const retold = claim('1', 'REPORTED', { attributedTo: [source, daily, voice] });
    expect(published(retold)).toEqual({
      date: '2 May 2030',
      detail: 'known since 1 May 2030 through Daily',
    });
    expect(published(claim('1', 'ASSERTED')).detail).toBeNull();
  });
});
