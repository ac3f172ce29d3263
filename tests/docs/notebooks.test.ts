import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { root } from './pages.ts';

const page = await readFile(join(root, 'docs/notebooks.md'), 'utf8');
const execute = promisify(execFile);
const hasTools = ['curl', 'jq'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** The fenced blocks of a language in the section of this title. */
function blocks(title: string, language: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, code = '']) => code,
  );
}

describe('docs/notebooks.md', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await openApp();
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-page-'));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(program: string, file: string, code: string): Promise<string> {
    await writeFile(join(folder, file), code.replaceAll('http://localhost:4000', app.url));
    const { stdout } = await execute(program, [file], { cwd: folder });
    return stdout;
  }

  it.skipIf(!hasTools)('its commands for the shell print what they promise', async () => {
    const [count = '', ties = '', file = ''] = blocks('Shell', 'sh');
    expect(await run('bash', 'count.sh', count)).toContain('Donald Trump\tDENIED\t1\n');
    expect(await run('bash', 'ties.sh', ties)).toContain('leads\tJohn Ratcliffe\n');
    await run('bash', 'file.sh', file);
    expect(await readFile(join(folder, 'graph.gexf'), 'utf8')).toMatch(/^<\?xml[^>]*>\s*<gexf/);
  });

  it('its first cell for Observable gives the rows of the plot', async () => {
    const [cell = ''] = blocks('Observable', 'js');
    const rows = await run(process.execPath, 'cell.mjs', `${cell}console.log(JSON.stringify(rows));`);
    expect(JSON.parse(rows)).toContainEqual({ status: 'DENIED', speaker: 'Donald Trump' });
  });
});
