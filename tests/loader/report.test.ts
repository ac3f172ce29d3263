import { expect, it } from 'vitest';

import type { GraphChange } from '../../server/src/loader/report.ts';
import type { Script } from '../../server/src/loader/script.ts';
import type { Store } from '../../server/src/store/store.ts';
import { forEachStore } from '../support/stores.ts';
import { load, loadOne, portArticleWith, portScript, scriptNamed } from './port-article.ts';

const port = (slug: string): string => `2030-05-02-port/${slug}`;
const gazette = (slug: string): string => `2030-05-04-gazette/${slug}`;
const controls = 'ana-ruiz~CONTROLS~port-authority';

/** An invented article of another paper that names the same two, with one claim. */
function gazetteScript(claim: string, speaker = 'harbour-master', more = ''): Script {
  return scriptNamed(
    'articles/2030-05-04-gazette.cypher',
    `MERGE (a:Article {id: '2030-05-04-gazette'}) SET a += {publishedAt: '2030-05-04', publisher: 'Gazette', text: 'Words on Ruiz and on the port authority.'};
MERGE (e:Entity {id: 'ana-ruiz'});
MERGE (e:Entity {id: 'port-authority'});
MERGE (e:Entity {id: 'harbour-master'}) SET e:Person:Source, e += {name: 'Ben Placeholder'};
MERGE (e:Entity {id: 'voice-2030-05-04-gazette'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};
${more}
MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE ${claim}
SET r += {article: '2030-05-04-gazette', quote: 'Words on Ruiz and on the port authority.', attributedTo: ['${speaker}', 'voice-2030-05-04-gazette']};`,
  );
}

/** The port's article without its denial. */
const reportedOnly = {
  ...portScript,
  text: portArticleWith(
    "MERGE (a)-[r:CONTROLS {id: '2030-05-02-port/ruiz-denies'}]->(b)",
    "MERGE (a)-[r:VISITED {id: '2030-05-02-port/ruiz-denies'}]->(b)",
  )
    .replace("status: 'denied'", "status: 'asserted'")
    .replace(", disputes: ['2030-05-02-port/runs-port']", ''),
};

async function changeOf(store: Store, script: Script): Promise<GraphChange> {
  const report = await loadOne(store, script);
  if (report.outcome !== 'loaded') throw new Error(JSON.stringify(report));
  return report.change;
}

const claimOf = (slug: string, type = 'CONTROLS', more = ''): string =>
  `(a)-[r:${type} {id: '${gazette(slug)}'}]->(b) SET r += {status: 'asserted'${more}}`;

forEachStore((_name, open) => {
  it('a new article backs nothing, and tells what contradicts itself in it', async () => {
    const change = await changeOf(await open(), portScript);
    expect(change.backed).toEqual([]);
    expect(change.entitiesCreated.toSorted()).toEqual([
      'ana-ruiz',
      'dock-source',
      'port-authority',
      'voice-2030-05-02-port',
    ]);
    expect(change.contradicted).toEqual([
      {
        kind: 'disputed',
        claim: port('ruiz-denies'),
        against: port('runs-port'),
        relation: { id: controls, source: 'Ana Ruiz', type: 'CONTROLS', target: 'Port Authority' },
        againstRelation: { id: controls, source: 'Ana Ruiz', type: 'CONTROLS', target: 'Port Authority' },
      },
    ]);
  });

  it('a second origin backs a relation, and what changed of shared entities is named', async () => {
    const store = await open();
    await load(store, reportedOnly);
    const enriched = `MERGE (e:Entity {id: 'port-authority'}) SET e.description = 'Runs the port.';`;
    const change = await changeOf(store, gazetteScript(claimOf('runs'), 'harbour-master', enriched));
    expect(change).toMatchObject({
      backed: [{ relation: { id: controls }, originsBefore: 1, originsAfter: 2, claims: [gazette('runs')] }],
      contradicted: [],
      entitiesCreated: ['harbour-master', 'voice-2030-05-04-gazette'],
      entitiesChanged: ['port-authority'],
    });
  });

  it('a retelling of the same report backs nothing', async () => {
    const store = await open();
    const report = `MERGE (b:Article {id: '2030-05-01-wire'}) SET b += {publisher: 'Wire', outlet: 'wire'};\nMERGE (e:Entity {id: 'wire'}) SET e:Outlet:Source, e += {name: 'Wire'};\n`;
    const retelling = (script: Script, article: string): Script => ({
      ...script,
      text: `${report}${script.text}MATCH (a:Article {id: '${article}'}) SET a.basedOn = '2030-05-01-wire';`,
    });
    const first = { ...reportedOnly, text: reportedOnly.text.replace("['dock-source',", "['wire',") };
    await load(store, retelling(first, '2030-05-02-port'));
    const second = retelling(gazetteScript(claimOf('runs'), 'wire'), '2030-05-04-gazette');
    expect(await changeOf(store, second)).toMatchObject({ backed: [], contradicted: [] });
  });

  it('a denial that nobody declared contradicts what is there, if their dates meet', async () => {
    const store = await open();
    await load(store, reportedOnly);
    const denial = (date: string): Script =>
      gazetteScript(claimOf('no', 'CONTROLS', `, date: '${date}'`).replace('asserted', 'denied'));
    expect(await changeOf(store, denial('2029'))).toMatchObject({ contradicted: [] });
    expect(await changeOf(store, denial('2030-04'))).toMatchObject({
      backed: [],
      contradicted: [
        {
          kind: 'denied',
          claim: gazette('no'),
          against: port('runs-port'),
          relation: { id: controls },
          againstRelation: { id: controls },
        },
      ],
    });
  });

  it('an opposite type is a possible conflict, and told once', async () => {
    const store = await open();
    const supports = { ...reportedOnly, text: reportedOnly.text.replaceAll(':CONTROLS', ':SUPPORTS') };
    await load(store, supports);
    const opposes = gazetteScript(claimOf('opposes', 'OPPOSES'));
    expect(await changeOf(store, opposes)).toMatchObject({
      contradicted: [
        {
          kind: 'possible',
          claim: gazette('opposes'),
          against: port('runs-port'),
          againstRelation: { type: 'SUPPORTS' },
        },
      ],
    });
    expect(await changeOf(store, { ...opposes, text: `${opposes.text}// changed` })).toMatchObject({
      claims: { kept: 1 },
      contradicted: [],
      entitiesChanged: [],
    });
  });

  it('a retraction is told as a dispute, and takes the support away that a later load gives back', async () => {
    const store = await open();
    await load(store, reportedOnly);
    const more = `, disputes: ['${port('runs-port')}']`;
    const retracts = gazetteScript(claimOf('correction', 'CONTROLS', more).replace('asserted', 'retracted'));
    expect(await changeOf(store, retracts)).toMatchObject({
      backed: [],
      contradicted: [{ kind: 'disputed', claim: gazette('correction'), against: port('runs-port') }],
    });
    expect(await changeOf(store, gazetteScript(claimOf('runs')))).toMatchObject({
      claims: { created: [gazette('runs')], removed: [gazette('correction')] },
      backed: [{ originsBefore: 0, originsAfter: 2, claims: [gazette('runs')] }],
      contradicted: [],
    });
  });

  it('what others say against a claim is told when the claim comes', async () => {
    const store = await open();
    await load(
      store,
      gazetteScript(
        claimOf('no', 'CONTROLS', `, disputes: ['${port('runs-port')}']`),
        'harbour-master',
        `MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person;`,
      ),
    );
    expect(await changeOf(store, reportedOnly)).toMatchObject({
      contradicted: [{ kind: 'disputed', claim: port('runs-port'), against: gazette('no') }],
    });
  });
});
