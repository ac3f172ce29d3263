import { expect, it } from 'vitest';

import { createHttpServer } from './server.ts';

const ignore = (): void => undefined;

it('connections that bring nothing are closed in the end, as docs/settings.md says', () => {
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const server = createHttpServer({ routes: [], hosts: [], origins: [], tokens: {}, log });
  const { headersTimeout, requestTimeout, timeout } = server;
  expect({ headersTimeout, requestTimeout, timeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    timeout: 150_000,
  });
});
