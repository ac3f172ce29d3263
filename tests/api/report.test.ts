import { expect, it } from 'vitest';

import type { Script } from '../../server/src/loader/script.ts';
import { unloadArticle } from '../../server/src/loader/unload.ts';
import { claimStatuses } from '../../server/src/model/claim.ts';
import type { Store } from '../../server/src/store/store.ts';
import { load, loadOne, scriptNamed } from '../loader/port-article.ts';
import { forEachStore } from '../support/stores.ts';
import { apiOf, type Data } from './ask.ts';

/** One claim of an article on the one relation that all of them speak of. */
interface Said {
  readonly slug: string;
  readonly status: string;
  readonly speaker: string;
  readonly disputes: readonly string[];
}

const relation = 'ana-ruiz~CONTROLS~port-authority';
const articles = ['2030-05-01-daily', '2030-05-02-gazette', '2030-05-03-post', '2030-05-04-wire'];
const speakers = ['ana-ruiz', 'ben-placeholder', 'cora-sample'];

/** An invented article of a paper of its own. */
function article(id: string, said: readonly Said[], step: number): Script {
  const claims = said.map(
    ({ slug, status, speaker, disputes }) => `
MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:CONTROLS {id: '${id}/${slug}'}]->(b)
SET r += {
  article: '${id}', status: '${status}', quote: 'Words on Ruiz and on the port authority.',
  attributedTo: ['${speaker}', 'voice-${id}'], disputes: [${disputes.map((one) => `'${one}'`).join(', ')}]
};`,
  );
  const people = speakers.map(
    (person) => `MERGE (e:Entity {id: '${person}'}) SET e:Person:Source, e += {name: '${person}'};`,
  );
  return scriptNamed(
    `articles/${id}.cypher`,
    `// Step ${step}
MERGE (a:Article {id: '${id}'}) SET a += {publishedAt: '2030-05-09', publisher: '${id}', text: 'Words on Ruiz and on the port authority.'};
${people.join('\n')}
MERGE (e:Entity {id: 'port-authority'}) SET e:Organization, e += {name: 'Port Authority'};
MERGE (e:Entity {id: 'voice-${id}'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};${claims.join('')}`,
  );
}

interface Shown {
  readonly originCount: number;
  readonly articles: readonly string[];
}

async function shown(store: Store): Promise<Shown | null> {
  const api = await apiOf(store);
  const answer = await api.data(
    `query ($id: ID!) { relation(id: $id) { originCount claims { nodes { article { id } } } } }`,
    { id: relation },
  );
  if (answer['relation'] === null) return null;
  const { originCount, claims } = answer['relation'];
  return { originCount, articles: claims.nodes.map((claim: Data) => claim['article'].id) };
}

forEachStore((_name, open) => {
  it('says of a relation what the API says of it before and after, whatever is loaded', async () => {
    const store = await open();
    await load(store);
    const random = randomNumbers(7);
    const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
    const told: { step: number; backed: number[][] }[] = [];
    const expected: typeof told = [];
    for (let step = 0; step < 60; step += 1) {
      const before = await shown(store);
      const id = pick(articles);
      if (random(6) === 0 && before?.articles.includes(id)) {
        await unloadArticle(store, id, { by: 'tester', dryRun: false });
        continue;
      }
      const said = Array.from({ length: random(3) + 1 }, (_, index): Said => ({
        slug: `c${index}`,
        status: pick(claimStatuses),
        speaker: pick(speakers),
        disputes: random(4) === 0 ? [`${pick(articles.filter((other) => other !== id))}/c0`] : [],
      }));
      const report = await loadOne(store, article(id, said, step));
      const after = await shown(store);
      if (report.outcome !== 'loaded') throw new Error(JSON.stringify(report));
      const more = before !== null && after !== null && before.originCount < after.originCount;
      expected.push({ step, backed: more ? [[before.originCount, after.originCount]] : [] });
      const { backed } = report.change;
      told.push({ step, backed: backed.map((one) => [one.originsBefore, one.originsAfter]) });
    }
    expect(told).toEqual(expected);
    expect(told.filter(({ backed }) => backed.length > 0).length).toBeGreaterThan(5);
  });
});

/** Below a bound, the same each time (a linear congruential generator, constants of ANSI C). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}
