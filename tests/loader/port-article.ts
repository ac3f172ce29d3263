import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { workspace } from '../../server/src/app/workspace.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { LoadReport, ScriptReport } from '../../server/src/loader/report.ts';
import type { Script } from '../../server/src/loader/script.ts';
import { parseVocabulary } from '../../server/src/model/vocabulary.ts';
import type { Store } from '../../server/src/store/store.ts';

const { cypher } = workspace();

export const vocabulary = parseVocabulary(JSON.parse(readFileSync(join(cypher, 'vocabulary.json'), 'utf8')));

const schema = scriptNamed(
  'cypher/schema/10-constraints.cypher',
  readFileSync(join(cypher, 'schema', '10-constraints.cypher'), 'utf8'),
);

/** An invented article with two claims, small enough to be seen whole. */
export const portArticle = `// An invented article.
MERGE (a:Article {id: '2030-05-02-port'})
SET a += {
  publishedAt: '2030-05-02', publisher: 'Daily',
  text: 'Ruiz has run the port since March; the docks know it. "I run nothing there," Ruiz said.'
};

MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person:Source, e += {name: 'Ana Ruiz', aliases: ['Ruiz']};
MERGE (e:Entity {id: 'port-authority'}) SET e:Organization, e += {name: 'Port Authority'};
MERGE (e:Entity {id: 'dock-source'}) SET e:Person:Source, e += {name: 'unnamed docker', anonymous: true};
MERGE (e:Entity {id: 'voice-2030-05-02-port'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};

MATCH (a:Article {id: '2030-05-02-port'})
UNWIND ['ana-ruiz', 'port-authority', 'dock-source'] AS id
MATCH (e:Entity {id: id})
MERGE (a)-[:MENTIONS]->(e);

MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:CONTROLS {id: '2030-05-02-port/runs-port'}]->(b)
SET r += {
  article: '2030-05-02-port', status: 'reported',
  quote: 'Ruiz has run the port since March', from: '2030-03',
  attributedTo: ['dock-source', 'voice-2030-05-02-port']
};

MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
MERGE (a)-[r:CONTROLS {id: '2030-05-02-port/ruiz-denies'}]->(b)
SET r += {
  article: '2030-05-02-port', status: 'denied',
  quote: '"I run nothing there," Ruiz said',
  attributedTo: ['ana-ruiz', 'voice-2030-05-02-port'], disputes: ['2030-05-02-port/runs-port']
};
`;

/** The article with one piece of it exchanged; the piece has to be there. */
export function portArticleWith(piece: string, replacement: string): string {
  if (!portArticle.includes(piece)) throw new Error(`the article has no "${piece}"`);
  return portArticle.replace(piece, () => replacement);
}

export function scriptNamed(path: string, text: string): Script {
  return { path, file: path, text, notices: [] };
}

export const portScript = scriptNamed('articles/2030-05-02-port.cypher', portArticle);

/** Loads scripts behind the schema and gives the whole report. */
export async function load(store: Store, ...scripts: readonly Script[]): Promise<LoadReport> {
  return loadScripts(store, [schema, ...scripts], { vocabulary, by: 'tester' });
}

/** The report on one script. */
export async function loadOne(store: Store, script: Script): Promise<ScriptReport> {
  const { scripts } = await load(store, script);
  const report = scripts.at(-1);
  if (!report) throw new Error('nothing was loaded');
  return report;
}

/** What is wrong, as `line:column code: message`; the outcome alone if nothing is. */
export function told(report: ScriptReport): readonly string[] {
  if (report.outcome !== 'failed' && report.outcome !== 'loaded') return [report.outcome];
  const problems = report.outcome === 'failed' ? report.problems : report.warnings;
  return problems.map(({ code, severity, line, column, message }) =>
    [severity === 'warning' ? 'warning ' : '', line, ':', column, ' ', code, ': ', message].join(''),
  );
}
