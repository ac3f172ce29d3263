import { defineConfig } from 'vite';

/** The server is bundled because Node 20 does not run TypeScript; its dependencies stay outside the bundle. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      // The worker is started by its file's name.
      input: { main: 'src/cli/main.ts', 'measure-worker': 'src/graphql/analysis/measure-worker.mjs' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
