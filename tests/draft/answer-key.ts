import { readFileSync } from 'node:fs';

import { articleId } from '../../server/src/model/ids.ts';
import { parseVocabulary } from '../../server/src/model/vocabulary.ts';
import { repositoryPath } from './paths.ts';

/** What a careful reader found in an article, written before the drafting rules saw it. */
export interface AnswerKey {
  readonly article: {
    readonly title?: string;
    readonly publisher?: string;
    readonly publishedAt: string;
  };
  /** Names of entities with their other forms; where absent, those of the script. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Descriptions of unnamed sources. */
  readonly sources: readonly string[];
  /** How a quotation begins, and who says it. */
  readonly quotations: readonly (readonly [string, string | null])[];
  /** Words and their date, `from/to`, or `neutral` where either reading is right. */
  readonly dates: readonly (readonly [string, string])[];
  readonly claims: readonly (readonly [string, string, string])[];
  /** Every named mention in order, with its type, or `neutral`. */
  readonly mentions: readonly (readonly [string, string])[];
}

export interface KeyedArticle {
  readonly name: string;
  readonly text: string;
  readonly key: AnswerKey;
}

const seed = articleId('2026-01-28-cia-annex-venezuela');

/** Articles with keys: the shipped one, four on which the rules were tuned, and the one kept apart. */
export const keyedArticles = [
  { name: seed, heldOut: false },
  { name: '2031-03-12-tidal-gate-denial', heldOut: false },
  { name: '2031-03-19-tidal-gate-diary', heldOut: false },
  { name: '2031-06-04-lock-collision', heldOut: false },
  { name: '2031-04-24-skerrow-fish-farm', heldOut: false },
  { name: '2031-08-17-weir-at-dzhalavun', heldOut: true },
] as const;

export function readFixture(name: string): string {
  return readFileSync(repositoryPath('tests/fixtures/articles', name), 'utf8');
}

export const vocabulary = parseVocabulary(
  JSON.parse(readFileSync(repositoryPath('cypher/vocabulary.json'), 'utf8')),
);

/** The shipped article's text and claims are those of its script. */
export function keyedArticle(name: string): KeyedArticle {
  const key = JSON.parse(readFixture(`${name}.key.json`)) as AnswerKey;
  if (name !== seed) return { name, key, text: readFixture(`${name}.txt`) };
  const script = readFileSync(repositoryPath(`cypher/articles/${seed}.cypher`), 'utf8');
  return { name, text: textOf(script), key: { ...key, names: namesOf(script), claims: claimsOf(script) } };
}

const literal = String.raw`'((?:[^'\\]|\\[^])*)'`;
const unescaped = (text: string): string => text.replaceAll(/\\([^])/gu, '$1');

function textOf(script: string): string {
  return unescaped(new RegExp(`text: ${literal}`, 'u').exec(script)?.[1] ?? '');
}

function namesOf(script: string): Readonly<Record<string, readonly string[]>> {
  const entities = script.matchAll(new RegExp(`MERGE \\(e:Entity \\{id: ${literal}\\}\\)([^;]*);`, 'gu'));
  return Object.fromEntries(
    Array.from(entities, ([, id = '', body = '']) => {
      const name = new RegExp(`name: ${literal}`, 'u').exec(body)?.[1] ?? '';
      const aliases = /aliases: \[([^\]]*)\]/u.exec(body)?.[1] ?? '';
      const forms = Array.from(aliases.matchAll(new RegExp(literal, 'gu')), ([, form = '']) =>
        unescaped(form),
      );
      return [id, [unescaped(name), ...forms]];
    }),
  );
}

function claimsOf(script: string): AnswerKey['claims'] {
  const claims = script.matchAll(
    /MATCH \(a:Entity \{id: '([^']+)'\}\), \(b:Entity \{id: '([^']+)'\}\)\nMERGE \(a\)-\[r:(\w+)/gu,
  );
  return Array.from(claims, ([, source = '', target = '', type = '']) => [source, type, target] as const);
}
