import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a TypeScript file one that Node 20 can run in a process of its own, and gives its path. It lies
 * beside the server's dependencies, which it imports.
 */
export async function bundle(file: string): Promise<string> {
  const folder = path.join(root, 'server/node_modules/.claimgraph-tests');
  const name = path.basename(file, '.ts');
  await mkdir(folder, { recursive: true });
  // In one file, so that it can be put in place at once: another run may be starting the same program just now: it must not find half a file.
  const made = await mkdtemp(path.join(folder, 'made-'));
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ssr: { external: ['@grafeo-db/js', 'minisearch'] },
    build: {
      ssr: path.join(root, file),
      outDir: made,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es', codeSplitting: false } },
    },
  });
  const program = path.join(folder, `${name}.mjs`);
  await rename(path.join(made, `${name}.mjs`), program);
  await rm(made, { recursive: true });
  return program;
}
