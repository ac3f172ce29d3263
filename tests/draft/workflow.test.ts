import { expect, it } from 'vitest';

import { checkScripts } from '../../server/src/app/check.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { draftScript } from '../../server/src/loader/draft/draft-script.ts';
import type { Draft } from '../../server/src/loader/draft/draft-script.ts';
import { readKnownEntities } from '../../server/src/loader/known-entities.ts';
import type { ScriptReport } from '../../server/src/loader/report.ts';
import type { Script } from '../../server/src/loader/script.ts';
import type { KnownEntity } from '../../server/src/model/known-entity.ts';
import { load, loadOne, scriptNamed, told } from '../loader/port-article.ts';
import { forEachStore } from '../support/stores.ts';
import { keyedArticle, readFixture, vocabulary } from './answer-key.ts';

const denial = '2031-03-12-tidal-gate-denial';
const diary = '2031-03-19-tidal-gate-diary';

function draftOf(name: string, known: readonly KnownEntity[]): Draft {
  const { text, key } = keyedArticle(name);
  const { title = null, publisher = null, publishedAt } = key.article;
  return draftScript(text, {
    file: `${name}.txt`,
    title,
    publisher,
    url: null,
    publishedAt,
    known,
    vocabulary,
  });
}

const asScript = ({ article, script }: Draft): Script => scriptNamed(`articles/${article}.cypher`, script);
const reviewed = (name: string): Script =>
  scriptNamed(`articles/${name}.cypher`, readFixture(`${name}.cypher`));

function changeOf(report: ScriptReport): Extract<ScriptReport, { outcome: 'loaded' }>['change'] {
  if (report.outcome !== 'loaded') throw new Error(told(report).join('\n'));
  return report.change;
}

it.each([denial, diary, '2026-01-28-cia-annex-venezuela', '2031-06-04-lock-collision'])(
  'the draft of %s passes check, which tells what is unreviewed',
  async (name) => {
    const { scripts } = await checkScripts([asScript(draftOf(name, []))], {
      folders: workspace(),
      vocabulary,
      parameters: {},
      allow: {},
      strict: false,
    });
    expect(scripts.flatMap(({ errors }) => errors)).toEqual([]);
    expect(scripts[0]?.warnings.map(({ code }) => code)).toContain('UNREVIEWED');
  },
);

forEachStore((_name, open) => {
  it('a draft is refused until somebody has been through it', async () => {
    const store = await open();
    const report = await loadOne(store, asScript(draftOf(denial, [])));
    expect(report).toMatchObject({
      outcome: 'failed',
      problems: [{ code: 'UNREVIEWED', severity: 'error' }],
    });
  });

  it('the second report is linked to the first, backs one relation and contradicts another', async () => {
    const store = await open();
    await load(store, reviewed(denial));
    const draft = draftOf(diary, await readKnownEntities(store));
    expect(draft.summary.entities).toEqual({ linked: 14, proposed: 7, unsure: 1 });
    expect(draft.script).toContain("MERGE (e:Entity {id: 'audit-chamber-velmora'})");
    expect(draft.script).not.toContain("MERGE (e:Entity {id: 'audit-chamber'})");

    const change = changeOf(await loadOne(store, reviewed(diary)));
    const backed = change.backed.map(({ relation, originsBefore, originsAfter }) => [
      relation.id,
      originsBefore,
      originsAfter,
    ]);
    expect(backed).toContainEqual(['ansa-lindholm-obi~MET~piet-saranov', 1, 2]);
    expect(backed).toHaveLength(8);
    const contradicted = change.contradicted.map(({ kind, claim, against }) => `${kind} ${claim} ${against}`);
    expect(contradicted.toSorted()).toEqual([
      `disputed ${diary}/renquist-denied-before ${diary}/renquist-met-lindholm-obi`,
      `disputed ${diary}/renquist-met-lindholm-obi ${denial}/renquist-denies-meeting`,
      `possible ${diary}/orsland-suspends-loan ${denial}/orsland-lends`,
    ]);
  });
});
