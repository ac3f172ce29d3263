import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { root, pages } from './pages.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The content of the first fenced block of a language behind a place in the text. */
function blockBehind(place: string, language: string): string {
  const behind = readme.slice(readme.indexOf(place));
  const [, block] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(behind) ?? [];
  if (block === undefined) throw new Error(`README.md has no ${language} block behind "${place}".`);
  return block;
}

describe('README.md', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app.close());

  it('shows the answer that its curl command gets', async () => {
    const command = blockBehind('## Ask it from anywhere', 'sh');
    const [, body] = /-d '(.+)'\n/.exec(command) ?? [];
    expect(command).toContain('curl -s http://127.0.0.1:4000/graphql');
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body ?? '',
    });
    const { data } = (await response.json()) as { data: unknown };
    expect({ data }).toEqual(JSON.parse(blockBehind('It answers', 'json')));
  });

  it('counts what the first article holds', async () => {
    const { data } = await app.query('{ statistics { entities claims } }');
    const [, entities, claims] = /: (\d+) entities and (\d+) claims/.exec(readme) ?? [];
    expect(data).toEqual({ statistics: { entities: Number(entities), claims: Number(claims) } });
  });

  it('quotes the script as it is', () => {
    const script = readFileSync(join(root, 'cypher/articles/2026-01-28-cia-annex-venezuela.cypher'), 'utf8');
    const shown = blockBehind('## Add an article', 'cypher')
      .split('\n')
      .filter((line) => line !== '};' && line.trim());
    expect(shown.filter((line) => !script.includes(line))).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  it('has no link to a file that is not there', () => {
    const text = readFileSync(join(root, page), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const text = readFileSync(join(root, page), 'utf8');
    const named = [...text.matchAll(/\bnpm run ([a-z0-9:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
