import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { root } from './sources.ts';

/** What can be extended: a folder of members, and the list in which every member must stand. */
const lists = [
  {
    members: 'server/src/graphql',
    list: 'server/src/graphql/capabilities.ts',
    kind: 'folder',
    except: ['base'],
  },
  { members: 'server/src/loader/checks', list: 'server/src/loader/checks.ts', kind: 'file', except: [] },
  {
    members: 'server/src/export',
    list: 'server/src/export/formats.ts',
    kind: 'file',
    except: ['format', 'formats'],
  },
  { members: 'server/src/http/routes', list: 'server/src/http/routes.ts', kind: 'file', except: [] },
  { members: 'server/src/cli/commands', list: 'server/src/cli/commands.ts', kind: 'file', except: [] },
  { members: 'client/src/state/steps', list: 'client/src/state/steps.ts', kind: 'file', except: [] },
  { members: 'client/src/canvas/layouts', list: 'client/src/canvas/layouts.ts', kind: 'file', except: [] },
] as const;

describe('every member stands in its list', () => {
  it.each(lists)('$list', ({ members, list, kind, except }) => {
    const text = readFileSync(join(root, list), 'utf8');
    const names = readdirSync(join(root, members), { withFileTypes: true })
      .filter((entry) => (kind === 'folder' ? entry.isDirectory() : /(?<!\.test)\.tsx?$/.test(entry.name)))
      .map((entry) => entry.name.replace(/\.tsx?$/, ''))
      .filter((name) => !(except as readonly string[]).includes(name));
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !text.includes(`/${name}`))).toEqual([]);
  });
});

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (name) => {
  it('names only files that exist', () => {
    const page = readFileSync(join(root, name), 'utf8');
    const paths = [...page.matchAll(/`((?:server|client|cypher|tests|bench|docs)\/[\w./-]+)`/g)].flatMap(
      (match) => match[1] ?? [],
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
