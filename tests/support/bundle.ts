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
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ssr: { external: ['@grafeo-db/js', 'minisearch'] },
    build: {
      ssr: path.join(root, file),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } },
    },
  });
  return path.join(folder, `${name}.mjs`);
}
