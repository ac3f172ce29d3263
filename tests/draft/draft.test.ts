import { describe, expect, it } from 'vitest';

import { draftScript, propose } from '../../server/src/loader/draft/draft-script.ts';
import type { DraftOptions } from '../../server/src/loader/draft/draft-script.ts';
import type { ClaimStub } from '../../server/src/loader/draft/proposal.ts';
import type { KnownEntity } from '../../server/src/model/known-entity.ts';
import { vocabulary } from './answer-key.ts';

const known: readonly KnownEntity[] = [
  { id: 'united-states', name: 'United States', aliases: ['US', 'Washington'], labels: ['Country'] },
  { id: 'ana-ruiz', name: 'Ana Ruiz', aliases: ['Ruiz'], labels: ['Person', 'Source'] },
  { id: 'jon-ruiz', name: 'Jon Ruiz', aliases: ['Ruiz'], labels: ['Person'] },
  { id: 'lodovic-hahn', name: 'Lodovic Hahn', aliases: [], labels: ['Person'] },
];

const options = (more: Partial<DraftOptions> = {}): DraftOptions => ({
  file: '2031-05-14-port.txt', title: null, publisher: 'Daily', url: null, publishedAt: null, known, vocabulary, ...more,
}); // oxfmt-ignore

const entitiesOf = (text: string): readonly string[] =>
  propose(text, options()).cast.entities.map(({ id }) => id);

const claimsOf = (text: string): readonly ClaimStub[] => propose(text, options()).claims;

const spoken = ({ source, type, target, status, speaker }: ClaimStub): string =>
  [source.id, type, target.id, status, speaker?.id ?? 'voice'].join(' ');

describe('names that the graph knows', () => {
  it('come before the rules, as they are written', () => {
    expect(entitiesOf('Washington told us that it would wait for the Washington Post.')).toEqual([
      'united-states',
      'washington-post',
    ]);
  });

  it('are offered, not chosen, where two entities have one name', () => {
    const { script, summary } = draftScript('Everybody in the hall greeted Ruiz warmly.', options());
    expect(script).toContain('// unsure: "Ruiz" is a name of ana-ruiz and of jon-ruiz: nothing was linked.');
    expect(summary.entities.linked).toBe(0);
  });

  it('are named beside a new one that only shares a surname', () => {
    const { script } = draftScript('Mr Hahn left the port.', options());
    expect(script).toContain('// unsure: Hahn: the graph knows lodovic-hahn');
  });

  it('keep the name, the aliases and the labels that they have', () => {
    expect(draftScript('Ana Ruiz left.', options()).script).toContain(
      "MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person:Source, e += {\n  name: 'Ana Ruiz', aliases: ['Ruiz']\n};",
    );
  });
});

describe('new names', () => {
  it.each([
    ['Does Halcyon Battery Works own it?', ['Halcyon Battery Works Company']],
    ['"No. Selma Orvik left," he said.', ['Selma Orvik Person']],
    ["Orvik's Civic Reform List won.", ['Civic Reform List Organization']],
  ])('%s', (text, names) => {
    const { entities } = propose(text, options()).cast;
    expect(entities.map(({ name, type }) => `${name} ${type}`)).toEqual(names);
  });
});

describe('claims', () => {
  it.each([
    ['Ana Ruiz visited Port Nowhere.', 'ana-ruiz VISITED port-nowhere asserted voice'],
    ['The Harbour Council is run by Ana Ruiz.', 'ana-ruiz CONTROLS harbour-council asserted voice'],
    ['Ana Ruiz plans to meet Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn planned voice'],
    ['Ana Ruiz said she had never met Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn denied ana-ruiz'],
    [
      'Jon Ruiz found no evidence that Ana Ruiz met Lodovic Hahn.',
      'ana-ruiz MET lodovic-hahn denied jon-ruiz',
    ],
    ['A clerk denied that Ana Ruiz met Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn denied voice'],
    ['Ana Ruiz told Jon Ruiz nothing.', 'ana-ruiz TOLD jon-ruiz denied voice'],
    ['According to two cousins, Ana Ruiz met Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn reported voice'],
    ['Jon Ruiz: No. Ana Ruiz met Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn asserted jon-ruiz'],
    ['Ana Ruiz may sue the Harbour Council.', 'ana-ruiz ASSOCIATED_WITH harbour-council predicted voice'],
    [
      'An unnamed official said Ana Ruiz met Lodovic Hahn.',
      'ana-ruiz MET lodovic-hahn reported unnamed-official-daily-2031-05-14',
    ],
    ['A report says that Ana Ruiz met Lodovic Hahn.', 'ana-ruiz MET lodovic-hahn reported voice'],
    ['Ana Ruiz met Lodovic Hahn, the papers said.', 'ana-ruiz MET lodovic-hahn reported voice'],
    ['Ana Ruiz met Lodovic Hahn, whatever Jon Ruiz writes.', 'ana-ruiz MET lodovic-hahn asserted voice'],
    [
      'Jon Ruiz refused to confirm that Ana Ruiz met Lodovic Hahn.',
      'ana-ruiz MET lodovic-hahn questioned voice',
    ],
    ['"Ana Ruiz met Lodovic Hahn," Jon Ruiz said.', 'ana-ruiz MET lodovic-hahn asserted jon-ruiz'],
    [
      'Ana Ruiz, the chief executive of Dunlow Freight, smiled.',
      'ana-ruiz LEADS dunlow-freight asserted voice',
    ],
  ])('%s', (text, claim) => {
    expect(claimsOf(text).map(spoken)).toContain(claim);
  });

  it.each([
    'While Ana Ruiz slept, rain fell on Lodovic Hahn.',
    'Ana Ruiz was cleared of fraud by a court in Port Nowhere.',
    'Without the port, Ana Ruiz once joked, Lodovic Hahn would be rich.',
    'Washington sanctioned nobody, contrary to rumours spread by Lodovic Hahn.',
  ])('are not made of neighbours that nothing ties: %s', (text) => {
    expect(claimsOf(text)).toEqual([]);
  });

  it('leave the type open where the verb does not decide, with some that fit', () => {
    const { script } = draftScript('Ana Ruiz admired the Harbour Council.', options());
    expect(script).toContain('// choose the type: "admired"; perhaps LEADS, WORKS_FOR, MEMBER_OF');
    expect(script).toContain('MERGE (a)-[r:ASSOCIATED_WITH');
  });

  it('keep the order of the text where the type is open: most types say something else when read backwards', () => {
    expect(claimsOf('Lodovic Hahn admired Ana Ruiz.').map(spoken)).toEqual([
      'lodovic-hahn ASSOCIATED_WITH ana-ruiz asserted voice',
    ]);
    expect(claimsOf('Ana Ruiz was appointed by Lodovic Hahn.').map(spoken)).toEqual([
      'lodovic-hahn ASSOCIATED_WITH ana-ruiz asserted voice',
    ]);
  });

  it('make a source only of who speaks in one', () => {
    const { script } = draftScript('Lodovic Hahn joined the Harbour Council.', options());
    expect(script).not.toContain(':Person:Source');
  });

  it('tell the place of a quote that stands twice by what is before it', () => {
    const [first, second] = claimsOf(
      'At noon Ana Ruiz met Lodovic Hahn. Hours later, Jon Ruiz said that Ana Ruiz met Lodovic Hahn.',
    );
    expect([first?.prefix, second?.prefix]).toEqual([
      'At noon',
      expect.stringMatching(/Jon Ruiz said that$/u),
    ]);
  });

  it('quote the word that denies them, without which the words would say the opposite', () => {
    const text = 'Jon Ruiz found no evidence that Ana Ruiz met Lodovic Hahn. Ana Ruiz told Jon Ruiz nothing.';
    expect(claimsOf(text).map(({ quote }) => text.slice(quote.start, quote.end))).toEqual([
      'no evidence that Ana Ruiz met Lodovic Hahn',
      'Ana Ruiz told Jon Ruiz nothing',
    ]);
  });

  it('say of a former office that it is over', () => {
    const text = 'The Harbour Council heard former Mayor Selma Orvik.';
    const claim = claimsOf(text).find(({ type }) => type === 'HOLDS_ROLE');
    expect([claim?.target.name, claim?.unsure]).toEqual(['Mayor', ['"former": over before publication']]);
  });

  it('quote no more than 400 characters', () => {
    expect(
      claimsOf(`Ana Ruiz, ${'who was in no hurry at all and took her time, '.repeat(12)}met Lodovic Hahn.`),
    ).toEqual([]);
  });

  it('have no date of another clause', () => {
    const [claim] = claimsOf('Ana Ruiz met Lodovic Hahn, although a paper of 1998 denies it.');
    expect(claim?.date).toBeNull();
  });

  it('have no date ahead of the article unless they are planned', () => {
    const [told, planned] = [
      'Ana Ruiz met Lodovic Hahn in 2034.',
      'Ana Ruiz will meet Lodovic Hahn in 2034.',
    ].map((text) => claimsOf(text)[0]?.date);
    expect([told?.date, told?.text, planned?.date]).toEqual([null, '2034', '2034']);
  });
});

describe('dates', () => {
  it.each([
    ['The council voted 14 to 9 on Monday to wait.', 'Monday', '2031-05-12'],
    ['The hall is open from 9am to 5pm on Monday.', 'on Monday', '2031-05-12'],
    ['A verdict is expected to fall in March.', 'March', '2032-03'],
    ['They met on 3 to 5 March.', 'on 3 to 5 March', null],
  ])('%s', (text, words, date) => {
    const [found] = propose(text, options()).dates;
    expect([found?.text, found?.date]).toEqual([expect.stringContaining(words), date]);
  });
});

describe('the day of publication', () => {
  it('comes from the option, else from the name of the file', () => {
    expect(draftScript('Nothing.', options()).script).toContain("publishedAt: '2031-05-14'");
    const named = draftScript('Nothing.', options({ file: 'a b/Port Talks.txt', publishedAt: '2031-05-15' }));
    expect(named.article).toBe('2031-05-15-port-talks');
  });

  it.each([
    [null, /^The day of publication is not known\. Give it with --published/u],
    ['2031-02-30', '"2031-02-30" is no day. Write the day of publication as YYYY-MM-DD.'],
    ['May', '"May" is no day. Write the day of publication as YYYY-MM-DD.'],
  ])('%j is refused', (publishedAt, message) => {
    expect(() => draftScript('Nothing.', options({ file: 'port.txt', publishedAt }))).toThrow(message);
  });
});
