import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { workspace } from '../../server/src/app/workspace.ts';
import { split } from '../../server/src/loader/splitter.ts';

const folder = workspace().cypher;
const articles = join(folder, 'articles');

/** A script as it lies in the repository. */
export interface ArticleScript {
  /** The file's name. */
  readonly file: string;
  /** The id of the article it must hold. */
  readonly article: string;
  readonly text: string;
}

/** Every article of the repository, and the template from which the next one is copied. */
export const articleScripts: readonly ArticleScript[] = [
  ...readdirSync(articles)
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => scriptOf(file, basename(file, '.cypher'))),
  scriptOf('TEMPLATE', '2030-05-02-port'),
];

export const firstArticle = scriptOf(
  '2026-01-28-cia-annex-venezuela.cypher',
  '2026-01-28-cia-annex-venezuela',
);

export const schemaScript = readFileSync(join(folder, 'schema', '10-constraints.cypher'), 'utf8');
export const readme = readFileSync(join(folder, 'README.md'), 'utf8');
export const vocabularyJson: unknown = JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8'));

/** The statements of a script, split as the loader splits them. */
export function statementsOf(script: string): readonly string[] {
  return split(script)
    .parts.filter(({ kind }) => kind !== 'blank')
    .map(({ statement }) => statement);
}

function scriptOf(file: string, article: string): ArticleScript {
  return { file, article, text: readFileSync(join(articles, file), 'utf8') };
}
