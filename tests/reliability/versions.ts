import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readVocabulary } from '../../server/src/app/read-vocabulary.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { LoadReport } from '../../server/src/loader/report.ts';
import type { Script } from '../../server/src/loader/script.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphDigest } from '../support/graph-digest.ts';

/** The article whose script comes in ever new versions, unless another is named. */
export const ownArticle = '2030-06-01-harbor';

const folder = workspace().cypher;
const vocabulary = await readVocabulary(folder);

export const schemaScript: Script = scriptOf(
  'cypher/schema/10-constraints.cypher',
  readFileSync(join(folder, 'schema', '10-constraints.cypher'), 'utf8'),
);

const sentences = Array.from({ length: 8 }, (_, index) => `Ruiz met the dockers on pier ${index}.`);

/**
 * The article's script at one version: each has another set of its eight claims, and says its number.
 * Entities are the same in all, so that a version is the same graph whatever was loaded before it.
 */
export function versionScript(version: number, article = ownArticle): Script {
  const chosen = (version * 37 + 11) % 256;
  const claims = sentences.filter((_, index) => ((chosen >> index) & 1) === 1);
  const text = `
MERGE (a:Article {id: '${article}'})
SET a += {title: 'Version ${version}', publishedAt: '2030-06-01', publisher: 'Daily', text: '${sentences.join(' ')}'};
MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person, e += {name: 'Ana Ruiz'};
MERGE (e:Entity {id: 'dockers'}) SET e:Group, e += {name: 'dockers'};
MERGE (e:Entity {id: 'voice-${article}'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};
MATCH (a:Article {id: '${article}'})
UNWIND ['ana-ruiz', 'dockers'] AS id
MATCH (e:Entity {id: id})
MERGE (a)-[:MENTIONS]->(e);
${claims.map((quote) => claimStatement(quote, article)).join('\n')}`;
  return scriptOf(`articles/${article}.cypher`, text);
}

function claimStatement(quote: string, article: string): string {
  const id = `${article}/pier-${/\d/u.exec(quote)?.[0] ?? ''}`;
  return `MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'dockers'})
MERGE (a)-[r:MET {id: '${id}'}]->(b)
SET r += {article: '${article}', status: 'asserted', quote: '${quote}', attributedTo: ['voice-${article}']};`;
}

function scriptOf(path: string, text: string): Script {
  return { path, file: path, text, notices: [] };
}

/** Loads as the command does, without a command; small scripts are given up after eight seconds. */
export async function load(store: Store, ...scripts: readonly Script[]): Promise<LoadReport> {
  return loadScripts(store, scripts, { vocabulary, by: 'campaign', timeoutMs: 8_000 });
}

const digests = new Map<number, Promise<string>>();

/** What the graph has to be with this version in it, and with no article at all for version 0. */
async function digestOfVersion(version: number): Promise<string> {
  const known = digests.get(version) ?? computeDigest(version);
  digests.set(version, known);
  return known;
}

async function computeDigest(version: number): Promise<string> {
  const store = await openEmbeddedStore({ folder: null });
  try {
    const scripts = version === 0 ? [schemaScript] : [schemaScript, versionScript(version)];
    const { complete } = await load(store, ...scripts);
    if (!complete) throw new Error(`version ${version} was refused`);
    return await graphDigest(store);
  } finally {
    await store.close();
  }
}

/** Which of some versions the graph is; undefined if none: something was lost, torn or doubled. */
export async function versionIn(store: Store, candidates: readonly number[]): Promise<number | undefined> {
  const digest = await graphDigest(store);
  const digests = await Promise.all(candidates.map(digestOfVersion));
  return candidates.find((_, index) => digests[index] === digest);
}
