import { createRequire } from 'node:module';

import { defineConfig } from 'vitest/config';

/**
 * Node loads the CommonJS build of graphql and vite would load the other one beside it; the two refuse
 * each other's schemas and errors. Tests use the one that the running server uses.
 */
const graphql = createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql');
const resolve = { alias: [{ find: /^graphql$/, replacement: graphql }] };

const real = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          // Property tests count their inputs, not the seconds; this only tells a hang.
          testTimeout: 60_000,
          include: [
            'server/src/**/*.test.ts',
            'client/src/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
          ],
        },
      },
      {
        resolve,
        test: {
          name: 'stores',
          include: ['tests/{contract,statements,loader,article,draft,export,reliability}/**/*.test.ts'],
          ...real,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          include: ['tests/{api,explorer,http,docs,notebooks,doctor}/**/*.test.ts'],
          ...real,
        },
      },
      // Not part of `npm test`: it writes docs/screenshots (`npm run screenshots`).
      { resolve, test: { name: 'screenshots', include: ['tests/screenshots/**/*.test.ts'], ...real } },
      { resolve, test: { name: 'browser', include: ['tests/{browser,canvas}/**/*.test.ts'], ...real } },
    ],
  },
});
