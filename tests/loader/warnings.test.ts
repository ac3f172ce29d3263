import { describe, expect, it } from 'vitest';

import type { LoadOptions } from '../../server/src/loader/load-options.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { ScriptReport } from '../../server/src/loader/report.ts';
import { forEachStore } from '../support/stores.ts';
import {
  load,
  loadOne,
  portArticle,
  portArticleWith,
  portScript,
  scriptNamed,
  told,
  vocabulary,
} from './port-article.ts';

/** The article of the port with more entities behind its own. */
function portWith(...entities: readonly string[]): string {
  return portArticle + entities.map((entity) => `MERGE (e:Entity ${entity};\n`).join('');
}

const person = (id: string, properties: string): string =>
  `{id: '${id}'}) SET e:Person, e += {${properties}}`;
const body = (id: string, name: string): string =>
  `{id: '${id}'}) SET e:Organization, e += {name: '${name}'}`;

const warned: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'the bare surname of an entity',
    portWith(
      person('placeholder', `name: 'Plácehölder'`),
      person('ben-placeholder', `name: 'Ben Placeholder'`),
    ),
    [
      'warning 34:22 LOOK_ALIKE: "Ben Placeholder" looks like Plácehölder (placeholder): one name is the surname of the other.',
    ],
  ],
  [
    'an alias of an entity',
    portWith(person('ruiz', `name: 'RUIZ'`)),
    ['warning 33:22 LOOK_ALIKE: "RUIZ" looks like Ana Ruiz (ana-ruiz): it goes by that name as well.'],
  ],
  [
    'a name that differs by a letter',
    portWith(body('port-autority', 'Port Autority')),
    [
      'warning 33:22 LOOK_ALIKE: "Port Autority" looks like Port Authority (port-authority): the names differ by a letter or two.',
    ],
  ],
  [
    'initials',
    portWith(body('harbour-police-of-nowhere', 'The Harbour Police of Nowhere'), body('hpn', 'H.P.N.')),
    [
      'warning 34:22 LOOK_ALIKE: "H.P.N." looks like The Harbour Police of Nowhere (harbour-police-of-nowhere): one name is made of the initials of the other.',
    ],
  ],
  [
    'properties that are called nearly like those that are read',
    portArticle.replace('aliases:', 'alias:').replace('disputes:', 'dispute:'),
    [
      'warning 8:80 VALUE: The property alias is none that is read.',
      'warning 31:56 VALUE: The property dispute is none that is read.',
    ],
  ],
  [
    'a claim that joins something with itself',
    portArticleWith(`(b:Entity {id: 'port-authority'})\nMERGE`, `(b:Entity {id: 'ana-ruiz'})\nMERGE`),
    [
      'warning 19:28 VALUE: The claim "2030-05-02-port/runs-port" joins "ana-ruiz" with itself.',
      'warning 19:28 VOCABULARY: CONTROLS joins other types than those of ana-ruiz and ana-ruiz.',
    ],
  ],
  [
    'letters of two alphabets in one name',
    portArticleWith(`name: 'Port Authority'`, `name: 'Port Аuthority'`),
    ['warning 9:73 NAME: "Аuthority" mixes Latin and Cyrillic letters: "А" is Cyrillic (U+0410).'],
  ],
  [
    'a character that is not seen in an alias',
    portArticleWith(`aliases: ['Ruiz']`, `aliases: ['Ru\u200biz']`),
    ['warning 8:90 NAME: A name of "ana-ruiz" holds a character that is not seen, U+200B.'],
  ],
  [
    'two who hold one office at one time',
    `${portWith(person('ben-placeholder', `name: 'Ben Placeholder'`), `{id: 'mayor'}) SET e:Role, e += {name: 'mayor'}`)}
MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'mayor'}) MERGE (a)-[r:HOLDS_ROLE {id: '2030-05-02-port/a'}]->(b)
SET r += {article: '2030-05-02-port', status: 'asserted', quote: 'Ruiz has run the port', from: '2029', attributedTo: ['voice-2030-05-02-port']};
MATCH (a:Entity {id: 'ben-placeholder'}), (b:Entity {id: 'mayor'}) MERGE (a)-[r:HOLDS_ROLE {id: '2030-05-02-port/b'}]->(b)
SET r += {article: '2030-05-02-port', status: 'asserted', quote: 'Ruiz has run the port', date: '2030-01', attributedTo: ['voice-2030-05-02-port']};`,
    [
      'warning 36:90 CONFLICT: Possible conflict: ana-ruiz and ben-placeholder hold mayor at the same time ("2030-05-02-port/b").',
    ],
  ],
  [
    'a relation type and a label that are misspelt',
    portArticleWith(`SET e:Organization,`, `SET e:Organisation,`).replaceAll(':CONTROLS', ':CONTROL'),
    [
      'warning 9:47 VOCABULARY: The label Organisation of "port-authority" is not in the vocabulary.',
      'warning 27:14 VOCABULARY: The relation type CONTROL is not in the vocabulary.',
    ],
  ],
];

/** Namesakes and others that only seem alike. */
const quiet: readonly (readonly [string, string])[] = [
  ['a namesake with a telling id', portWith(person('ana-ruiz-senator', `name: 'Ana Ruiz'`))],
  ['another who shares the surname', portWith(person('eva-ruiz', `name: 'Eva Ruiz', aliases: ['Ruiz']`))],
  [
    'numbers that differ',
    portWith(
      body('pier-committee-1701', 'Pier Committee 1701'),
      body('pier-committee-1702', 'Pier Committee 1702'),
    ),
  ],
  ['an unnamed source', portWith(person('docker-daily', `name: 'unnamed dockers', anonymous: true`))],
  [
    'names in one alphabet that is not Latin',
    portWith(person('ivan-ivanov', `name: 'Иван Иванов', aliases: ['Ivan Ivanov']`)),
  ],
  ['a thing that is called like a person', portWith(`{id: 'ruiz-town'}) SET e:Place, e += {name: 'Ruiz'}`)],
];

forEachStore((_name, open) => {
  it.each(warned)('warns of %s', async (_what, text, problems) => {
    expect(told(await loadOne(await open(), { ...portScript, text }))).toEqual(problems);
  });

  it.each(quiet)('says nothing of %s', async (_what, text) => {
    expect(told(await loadOne(await open(), { ...portScript, text }))).toEqual([]);
  });

  it('looks for look-alikes and conflicts in what other articles said', async () => {
    const store = await open();
    await load(store, portScript);
    const other = scriptNamed(
      'articles/2030-05-03-pier.cypher',
      `MERGE (a:Article {id: '2030-05-03-pier'}) SET a += {publishedAt: '2030-05-03', text: 'Words on the pier, and on who ran it.'};
MERGE (e:Entity {id: 'anna-ruiz'}) SET e:Person, e += {name: 'Anna Ruiz'};
MERGE (e:Entity {id: 'port-authority'});
MERGE (e:Entity {id: 'voice-2030-05-03-pier'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};`,
    );
    const report = await loadOne(store, other);
    expect(told(report)).toEqual([
      'warning 2:22 LOOK_ALIKE: "Anna Ruiz" looks like Ana Ruiz (ana-ruiz): the names differ by a letter or two.',
    ]);
    expect('warnings' in report && report.warnings[0]?.hint).toContain(`use {id: 'ana-ruiz'}`);
  });

  it('tells a misspelt label where it is written, and only there', async () => {
    const store = await open();
    const misspelt = portArticleWith('SET e:Organization', 'SET e:Organisation');
    await load(store, { ...portScript, text: misspelt });
    expect(told(await loadOne(store, portScript))).toEqual([]);
  });

  it('offers the nearest claims of another article for one that is not there', async () => {
    const store = await open();
    await load(store, portScript);
    const text = portArticle
      .replaceAll('2030-05-02-port', '2030-05-03-port')
      .replace(`['2030-05-03-port/runs-port']`, `['2030-05-02-port/run-port']`);
    const report = await loadOne(store, scriptNamed('articles/2030-05-03-port.cypher', text));
    expect('warnings' in report && report.warnings.map(({ hint }) => hint)).toContain(
      'Did you mean "2030-05-02-port/runs-port"? Its article is loaded, without this claim.',
    );
  });

  it('offers the nearest ids for an end that is not there', async () => {
    const text = portArticleWith(`(a:Entity {id: 'ana-ruiz'}), (b:`, `(a:Entity {id: 'ruiz'}), (b:`);
    const report = await loadOne(await open(), { ...portScript, text });
    expect('problems' in report && report.problems[0]?.hint).toContain('Did you mean "ana-ruiz"?');
  });

  describe('what a draft proposed', () => {
    const marked = portArticleWith(`from: '2030-03',`, `from: '2030-03', unreviewed: true,`).replace(
      `{name: 'Port Authority'}`,
      `{name: 'Port Authority', unreviewed: true}`,
    );
    const message = '1 claim and 1 entity are not reviewed yet; this is the first.';
    const loadMarked = async (
      text: string,
      options: Partial<LoadOptions>,
    ): Promise<ScriptReport | undefined> => {
      const store = await open();
      const all = { vocabulary, by: 'tester', ...options };
      await loadScripts(store, [{ ...portScript, text }], all);
      const { scripts } = await loadScripts(store, [{ ...portScript, text: `${text}// again` }], all);
      return scripts[0];
    };

    it('is refused', async () => {
      const report = await loadMarked(marked, {});
      expect(report && told(report)).toEqual([`9:22 UNREVIEWED: ${message}`]);
    });

    it('is told by a check', async () => {
      const report = await loadMarked(marked, { checkOnly: true });
      expect(report && told(report)).toEqual([`warning 9:22 UNREVIEWED: ${message}`]);
    });

    it('is loaded where its user says so, and loses its mark with the line', async () => {
      const store = await open();
      const options = { vocabulary, by: 'tester', allow: { unreviewed: true } };
      const first = await loadScripts(store, [{ ...portScript, text: marked }], options);
      expect(first.scripts[0] && told(first.scripts[0])).toEqual([]);
      expect(told(await loadOne(store, portScript))).toEqual([]);
      const rows = await store.read((transaction) =>
        transaction.run('MATCH (e) WHERE e.unreviewed IS NOT NULL RETURN e.id AS id'),
      );
      expect(rows.rows).toEqual([]);
    });
  });
});
