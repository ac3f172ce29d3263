import { defineConfig } from 'vitest/config';

/** Everything but `unit` shares one Neo4j database, so its files run one after another (server/bin/test.mjs). */
const real = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'server/src/**/*.test.ts',
            'client/src/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'stores',
          include: ['tests/{contract,statements,loader,article}/**/*.test.ts'],
          ...real,
        },
      },
      { test: { name: 'api', include: ['tests/{api,docs}/**/*.test.ts'], ...real } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...real } },
    ],
  },
});
